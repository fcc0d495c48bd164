// An ONNX model beside the reference evaluator.
//
//     onnx.js make CASES     for each case of tests/run_export writes MODEL.in/NAME.npy
//                            for every input, open dims being the batch, and the options
//                            that hand them to `mfc eval`, MODEL.in/options
//     onnx.js check CASES    runs MODEL.onnx on them; every output must be the array
//                            MODEL.out/NAME.npy within TOLERANCE times its largest element.
//                            Prints an ok or FAIL line for each
//
// onnxruntime-node is looked for where NODE_PATH says.
'use strict';
const fs = require('fs');
const path = require('path');
const ort = require('onnxruntime-node');

const kinds = {
    '<f4': ['float32', Float32Array],
    '<f8': ['float64', Float64Array],
    '<i4': ['int32', Int32Array],
    '|b1': ['bool', Uint8Array],
};

function readNpy(file) {
    const bytes = fs.readFileSync(file);
    const length = bytes.readUInt16LE(8);
    const header = bytes.toString('latin1', 10, 10 + length);
    const kind = /'descr': *'([^']*)'/.exec(header)[1];
    const dims = /'shape': *\(([^)]*)\)/.exec(header)[1].split(',')
        .filter((word) => word.trim() !== '').map(Number);
    const [type, List] = kinds[kind];
    const body = Uint8Array.from(bytes.subarray(10 + length));
    return { type, dims, data: new List(body.buffer) };
}

function writeNpy(file, type, dims, data) {
    const kind = Object.keys(kinds).find((k) => kinds[k][0] === type);
    const shape = dims.map((d) => d + ',').join('');
    let header = `{'descr': '${kind}', 'fortran_order': False, 'shape': (${shape}), }`;
    header = header.padEnd(64 * Math.ceil((header.length + 11) / 64) - 11) + '\n';
    const head = Buffer.alloc(10);
    head.write('\x93NUMPY\x01\x00', 'latin1');
    head.writeUInt16LE(header.length, 8);
    fs.writeFileSync(file, Buffer.concat([head, Buffer.from(header, 'latin1'),
        Buffer.from(data.buffer)]));
}

// The name of a file that stands for a tensor, as mfc makes it.
const fileOf = (dir, name) => path.join(dir, name.replace(/[^A-Za-z0-9._-]/g, '_') + '.npy');

// Numbers in (-1, 1), or 0 and 1: the same at every call.
let state = 12345;
function draw(type) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    const u = (state >> 8) / (1 << 23);
    return type.startsWith('float') ? 2 * u - 1 : Math.floor(2 * u);
}

async function make(session, { model, batch }) {
    const options = [], dir = model + '.in';
    fs.mkdirSync(dir, { recursive: true });
    state = 12345;
    for (const input of session.inputMetadata) {
        const dims = input.shape.map((d) => typeof d === 'number' ? d : batch);
        const List = Object.values(kinds).find((k) => k[0] === input.type)[1];
        const data = new List(dims.reduce((a, b) => a * b, 1));
        for (let i = 0; i < data.length; i++) data[i] = draw(input.type);
        writeNpy(fileOf(dir, input.name), input.type, dims, data);
        options.push('--in', `${input.name}=${fileOf(dir, input.name)}`);
    }
    fs.writeFileSync(path.join(dir, 'options'), options.join(' '));
}

// How far apart, in units of the largest element; a NaN is a NaN.
function distance(got, expected) {
    if (got.length !== expected.length) return NaN;
    let scale = 1e-30, far = 0;
    for (const v of expected) if (Number.isFinite(v)) scale = Math.max(scale, Math.abs(v));
    for (let i = 0; i < got.length; i++) {
        const a = Number(got[i]), b = Number(expected[i]);
        if (a === b || (Number.isNaN(a) && Number.isNaN(b))) continue;
        const d = Math.abs(a - b) / scale;
        if (!(d <= far)) far = Number.isNaN(d) ? Infinity : d;
    }
    return far;
}

async function check(session, { name: title, model, tolerance }) {
    const dir = model + '.in', out = model + '.out', feeds = {}, wrong = [];
    for (const name of session.inputNames) {
        const { type, dims, data } = readNpy(fileOf(dir, name));
        feeds[name] = new ort.Tensor(type, data, dims);
    }
    const results = await session.run(feeds);
    for (const name of session.outputNames) {
        const got = results[name], expected = readNpy(fileOf(out, name));
        const shape = String(got.dims) === String(expected.dims);
        const far = distance(got.data, expected.data);
        if (shape && far <= tolerance) continue;
        wrong.push(`${name}: ` + (shape ? `off by ${far} of its largest element`
            : `has the shape [${got.dims}] instead of [${expected.dims}]`));
    }
    if (wrong.length > 0) throw Error(wrong[0]);
    console.log(`ok export/${title}`);
}

async function main() {
    const [what, list] = process.argv.slice(2);
    for (const line of fs.readFileSync(list, 'utf8').split('\n').filter((l) => l)) {
        const [name, model, batch, tolerance] = line.split('\t');
        try {
            const session = await ort.InferenceSession.create(`${model}.onnx`,
                { logSeverityLevel: 3 });
            await (what === 'make' ? make : check)(session,
                { name, model, batch: Number(batch), tolerance: Number(tolerance) });
            await session.release();
        } catch (error) {
            console.log(`FAIL export/${name}: ${String(error.message).split('\n')[0]}`);
            process.exitCode = 1;
        }
    }
}
main();
