// The models that export_random wrote into a folder: runs each on its inputs, and compares
// the outputs. Prints a line for each that differs, and how many there were. Singles may
// be far off where a sine stretches the rounding of a long sum, doubles may not.
//
//     random.js DIR
'use strict';
const fs = require('fs');
const path = require('path');
const ort = require('onnxruntime-node');

const lists = {
    float32: Float32Array, float64: Float64Array, int32: Int32Array, bool: Uint8Array,
};

function distance(got, expected) {
    let scale = 1, far = 0;
    for (const v of expected) if (Number.isFinite(Number(v))) scale = Math.max(scale, Math.abs(v));
    for (let i = 0; i < expected.length; i++) {
        const a = Number(got[i]), b = Number(expected[i]);
        if (a === b || (Number.isNaN(a) && Number.isNaN(b))) continue;
        const d = Math.abs(a - b) / scale;
        if (!(d <= far)) far = Number.isNaN(d) ? Infinity : d;
    }
    return got.length === expected.length ? far : Infinity;
}

const tolerance = { float32: 3e-3, float64: 1e-10, int32: 0, bool: 0 };

async function compare(dir, seed) {
    const { inputs, outputs } = JSON.parse(fs.readFileSync(path.join(dir, seed + '.json'))
        .toString().replace(/"(-?)(inf|nan)"/g, (_, s, w) => `"${w === 'nan' ? 'NaN' : s + 'Infinity'}"`));
    const session = await ort.InferenceSession.create(path.join(dir, seed + '.onnx'),
        { logSeverityLevel: 3 });
    const feeds = {};
    for (const t of inputs)
        feeds[t.name] = new ort.Tensor(t.type, lists[t.type].from(t.data.map(Number)), t.dims);
    const results = await session.run(feeds);
    for (const t of outputs) {
        const got = results[t.name];
        if (got.type !== t.type || String(got.dims) !== String(t.dims))
            throw new Error(`${t.name} is ${got.type}[${got.dims}], not ${t.type}[${t.dims}]`);
        const far = distance(got.data, t.data);
        if (!(far <= tolerance[t.type])) throw new Error(`${t.name} is off by ${far}`);
    }
    await session.release();
}

async function main() {
    const dir = process.argv[2];
    let right = 0, lacking = 0, wrong = 0;
    for (const file of fs.readdirSync(dir).filter((f) => f.endsWith('.onnx'))) {
        const seed = file.slice(0, -5);
        try {
            await compare(dir, seed);
            right++;
        } catch (error) {
            const why = String(error.message).split('\n')[0];
            // There are few kernels for doubles.
            if (/Could not find an implementation/.test(why)) {
                lacking++;
                continue;
            }
            console.log(`${seed}: ${why}`);
            wrong++;
        }
    }
    console.log(`${right} right, ${wrong} wrong, ${lacking} without a kernel`);
    if (wrong > 0) process.exitCode = 1;
}
main();
