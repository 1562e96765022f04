/** Reads drawings, one a line, and prints for each as JSON how its names lie. For tests that are not JavaScript. */

import { createInterface } from 'node:readline';

import { lookAtNames } from './overlaps.js';

for await (const line of createInterface({ input: process.stdin })) console.log(JSON.stringify(lookAtNames(JSON.parse(line))));
