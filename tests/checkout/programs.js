/**
 * Reads JavaScript modules, a JSON object of name and source, and writes for Python to compare: what each means, what it
 * imports and exports, its statements without those words, and the same of each module that was joined into it.
 */

import { stdin, stdout } from 'node:process';
import { text } from 'node:stream/consumers';
import { parse } from 'acorn';

/** Where something stands and how it is spelt, which may differ where the meaning is the same. */
const SPELLING = new Set(['start', 'end', 'raw']);

/** @param {unknown} program */
function meaningOf(program) {
  return JSON.stringify(program, (key, value) => SPELLING.has(key) ? undefined : value);
}

/** @param {any} declaration */
function declaredNames(declaration) {
  return declaration.id ? [declaration.id.name] : declaration.declarations.map((/** @type {any} */ each) => each.id.name);
}

/** @param {any} part */
function exportsOf(part) {
  if (part.type !== 'ExportNamedDeclaration') return [];
  return part.declaration ? declaredNames(part.declaration) : part.specifiers.map((/** @type {any} */ each) => each.exported.name);
}

/** @param {any} part */
function importsOf(part) {
  return part.type === 'ImportDeclaration' ? part.specifiers.map((/** @type {any} */ each) => `${each.imported?.name ?? '*'} ${each.local.name}`) : [];
}

/** Names that a joined module takes. @param {any} part */
function takenBy(part) {
  return part.declarations.flatMap(({ id }) => id.type === 'Identifier'
    ? [`* ${id.name}`]
    : id.properties.map((/** @type {any} */ each) => `${each.key.name} ${each.value.name}`));
}

/** From which variable which names are taken. @param {any} part */
function sourcesOf(part) {
  return part.declarations.map(({ id, init }) => [init.name, takenBy({ declarations: [{ id }] }).map((/** @type {string} */ each) => each.split(' ')[0])]);
}

/** @param {any} part */
function isTaking(part) {
  const isOther = (/** @type {any} */ each) => each.init?.type === 'Identifier' && /^\$\d+$/.test(each.init.name);
  return part?.type === 'VariableDeclaration' && part.declarations.every(isOther);
}

/** What stands in the function of a module that was joined. @param {any} declarator */
function describeJoined({ id, init }) {
  const statements = [...init.callee.body.body];
  const taking = isTaking(statements[0]) ? statements.shift() : { declarations: [] };
  const isGiving = statements.at(-1)?.type === 'ReturnStatement';
  const exports = isGiving ? statements.pop().argument.properties.map((/** @type {any} */ each) => each.key.name) : [];
  return { variable: id.name, statements: meaningOf(statements), imported: takenBy(taking).sort(), sources: sourcesOf(taking), exports: exports.sort() };
}

/** @param {any} part */
function isJoined(part) {
  return part.type === 'VariableDeclaration' && /^\$\d+$/.test(part.declarations[0].id.name);
}

/** @param {string} source */
function describe(source) {
  const program = parse(source, { ecmaVersion: 'latest', sourceType: 'module' });
  const parts = /** @type {any[]} */ (program.body);
  const isWord = (/** @type {any} */ part) => part.type === 'ImportDeclaration' || (part.type === 'ExportNamedDeclaration' && !part.declaration);
  return {
    meaning: meaningOf(program),
    imports: parts.flatMap((part) => part.source ? [part.source.value] : []),
    imported: parts.flatMap(importsOf).sort(),
    exports: parts.flatMap(exportsOf).sort(),
    statements: meaningOf(parts.filter((part) => !isWord(part)).map((part) => part.type === 'ExportNamedDeclaration' ? part.declaration : part)),
    joined: parts.filter(isJoined).map((part) => describeJoined(part.declarations[0])),
  };
}

const sources = Object.entries(JSON.parse(await text(stdin)));
stdout.write(JSON.stringify(Object.fromEntries(sources.map(([name, source]) => [name, describe(source)]))));
