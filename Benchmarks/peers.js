#!/usr/bin/env node
// Engines for Node.js at the same work, spoken to as `draft-bench` is (see `peers.py`).
//
// usage: peers.js ENGINE TEMPLATE DATA          as often as it is told
//        peers.js ENGINE TEMPLATE DATA TARGET   one document to a file
//
// ENGINE is docxtemplater or carbone, which Node.js finds by NODE_PATH. The template is opened anew
// for each document, because neither has another way. `ready` comes after a warm-up, in which
// Node.js has compiled the engine.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const readline = require('node:readline');

// Whichever comes first: a large table takes a second.
const WARM_UP = { documents: 40, seconds: 5 };

const engines = {
  docxtemplater(template) {
    const Docxtemplater = require('docxtemplater');
    const PizZip = require('pizzip');
    return async (data) => {
      const archive = new PizZip(fs.readFileSync(template));
      const document = new Docxtemplater(archive, { paragraphLoop: true, linebreaks: true });
      document.render(data);
      return document.toBuffer();
    };
  },

  carbone(template) {
    const carbone = require('carbone');
    const file = path.resolve(template);
    return (data) => new Promise((resolve, reject) => {
      carbone.render(file, data, (error, document) => error ? reject(error) : resolve(document));
    });
  },
};

async function serve(fill) {
  const end = performance.now() + WARM_UP.seconds * 1000;
  for (let n = 0; n < WARM_UP.documents && performance.now() < end; n++) await fill();
  console.log('ready');
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const count = Number(line);
    const [wall, cpu] = [process.hrtime.bigint(), process.cpuUsage()];
    for (let n = 0; n < count; n++) await fill();
    const used = process.cpuUsage(cpu);
    console.log(
      Math.round(Number(process.hrtime.bigint() - wall) / count),
      Math.round((used.user + used.system) * 1000 / count),
      process.resourceUsage().maxRSS * 1024);
  }
}

async function main(name, template, data, target) {
  const engine = engines[name](template);
  const context = JSON.parse(fs.readFileSync(data, 'utf8'));
  if (target) fs.writeFileSync(target, await engine(context));
  else await serve(() => engine(context));
  process.exit();
}

main(...process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exit(1);
});
