/** Reads JavaScript modules, a JSON object of name and source, and writes what each means and imports, for Python to compare. */

import { stdin, stdout } from 'node:process';
import { text } from 'node:stream/consumers';
import { parse } from 'acorn';

/** Where something stands and how it is spelt, which may differ where the meaning is the same. */
const SPELLING = new Set(['start', 'end', 'raw']);

/** @param {string} source */
function describe(source) {
  const program = parse(source, { ecmaVersion: 'latest', sourceType: 'module' });
  const imports = program.body.flatMap((part) => 'source' in part && part.source ? [part.source.value] : []);
  return { meaning: JSON.stringify(program, (key, value) => SPELLING.has(key) ? undefined : value), imports };
}

const sources = Object.entries(JSON.parse(await text(stdin)));
stdout.write(JSON.stringify(Object.fromEntries(sources.map(([name, source]) => [name, describe(source)]))));
