/* onnx.js - a model in onnxruntime on one thread, beside mfc's C of the same function.
 *
 *     NODE_PATH=... node bench/onnx.js MODEL.onnx
 *
 * For each line with a number of seconds on stdin it runs the model that long on random
 * inputs and prints the median of the runs' processor time in milliseconds, or an empty
 * line where onnxruntime-node is not installed. */
'use strict';
const readline = require('readline');

function random(input) {
    const dims = input.shape.map((d) => (typeof d === 'number' && d > 0 ? d : 1));
    const n = dims.reduce((a, b) => a * b, 1);
    const types = { float32: Float32Array, float64: Float64Array, int32: Int32Array };
    return [input.type, types[input.type].from({ length: n }, Math.random), dims];
}

async function main() {
    let ort, session;
    const feeds = {};
    try {
        ort = require('onnxruntime-node');
        session = await ort.InferenceSession.create(process.argv[2], {
            logSeverityLevel: 3, intraOpNumThreads: 1, interOpNumThreads: 1,
        });
        for (const input of session.inputMetadata)
            feeds[input.name] = new ort.Tensor(...random(input));
        await session.run(feeds);
    } catch (e) {
        session = null;
    }
    for await (const line of readline.createInterface({ input: process.stdin })) {
        const times = [], end = performance.now() + 1e3 * Number(line);
        while (session && (times.length < 3 || performance.now() < end)) {
            const start = process.cpuUsage();
            for (let i = 0; i < 10; i++)
                await session.run(feeds);
            const used = process.cpuUsage(start);
            times.push((used.user + used.system) * 1e-4);
        }
        console.log(session ? times.sort((a, b) => a - b)[times.length >> 1] : '');
    }
}

main();
