/** Recognises what text from another program is that was pasted on the canvas: a file, host names, or just text. */

import { createConnection, createDevice, TILE } from '../../model/diagram.js';
import { KINDS } from '../../model/kinds.js';
import { TakenNames, namesOf } from '../../model/numbering.js';
import { GAP } from '../../model/placement/spacing.js';

/** @typedef {import('../../model/diagram.js').Device} Device */
/** @typedef {{ name: string, host: string }} NamedHost The name is empty where there is only an address. */
/** @typedef {{ kind: 'file', language: 'JSON' | 'XML' | 'YAML' | 'INI' | 'CSV' | 'DOT' } | { kind: 'hosts', hosts: NamedHost[] } | { kind: 'text' }} Pasted */

const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:.]+)$/i;
const HOST = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?)*\.?$/i;
/** A key at the beginning of a line, after comments and the mark of a document. */
const YAML = /^(?:[ \t]*(?:#.*|---.*|%YAML.*)?\n)*[A-Za-z_][\w-]*:(?:[ \t]|\n|$)/;
/** The heading of a group in an inventory. */
const GROUP = /^\[[A-Za-z_][\w.-]*(?::children|:vars)?\][ \t]*(?:\r?\n|$)/;
/** What a column of names or addresses is called. */
const HEADING = /^(?:name|device|node|host ?name|host|(?:primary |management |mgmt )?ip(?:[ _]?address)?|address)$/i;
const DOT = /^(?:strict\s+)?(?:di)?graph\b[^{\n]*\{/i;
/** A name and what is behind a colon, an equals sign or a dash: `R1: 10.0.0.1`. */
const NAMED = /^(\S+?)\s*(?::\s+|=\s*|\s-\s+)(\S+)$/;
/** What each machine calls itself. */
const OWN = /^(?:localhost|ip6-|broadcasthost)/i;
const ACROSS = 8;

/**
 * Return what *text* is.
 * @param {string} text
 * @returns {Pasted}
 */
export function recogniseText(text) {
  const begun = text.replace(/^\uFEFF/, '').trimStart();
  if (GROUP.test(begun)) return { kind: 'file', language: 'INI' };
  if (/^[{[]/.test(begun)) return { kind: 'file', language: 'JSON' };
  if (/^<[?!A-Za-z]/.test(begun)) return { kind: 'file', language: 'XML' };
  if (DOT.test(begun)) return { kind: 'file', language: 'DOT' };
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const hosts = lines.map((line) => line.replace(/(?:^|\s)#.*$/, '').trim()).filter((line) => line !== '').map(readHost);
  if (hosts.length > 0 && hosts.every((host) => host !== null)) return { kind: 'hosts', hosts: withoutOwn(hosts) };
  if (YAML.test(begun.replaceAll('\r', ''))) return { kind: 'file', language: 'YAML' };
  return isTable(lines) ? { kind: 'file', language: 'CSV' } : { kind: 'text' };
}

/**
 * Return whether *lines* are a table of devices, which the importer of tables reads: as many columns in each, and a heading
 * that names hosts, or an address in each.
 * @param {readonly string[]} lines
 */
function isTable(lines) {
  const separator = ['\t', ';', ','].find((sign) => lines[0]?.includes(sign));
  if (separator === undefined || lines.length < 2) return false;
  const rows = lines.map((line) => line.split(separator).map((cell) => cell.trim().replace(/\/\d{1,3}$/, '')));
  const fits = rows.every((row) => row.length >= 2 && row.length <= rows[0].length);
  return fits && (rows[0].some((cell) => HEADING.test(cell)) || rows.every((row) => row.some((cell) => ADDRESS.test(cell))));
}

/**
 * Leave out the lines of a hosts file by which a machine calls itself, unless there are no others.
 * @param {NamedHost[]} hosts
 */
function withoutOwn(hosts) {
  const others = hosts.filter(({ name }) => !OWN.test(name));
  return others.length > 0 ? others : hosts;
}

/**
 * Return the host in *line*: a host name, an address, or a name and an address in any order. A hosts file has more names
 * behind an address, of which the first counts.
 * @param {string} line
 * @returns {NamedHost | null}
 */
function readHost(line) {
  const [one, other, ...rest] = line.replaceAll('"', '').replace(NAMED, (whole, name, host) => (ADDRESS.test(host) ? `${name} ${host}` : whole)).split(/[\s,;]+/);
  if (rest.length > 0 && !(ADDRESS.test(one) && rest.every((name) => HOST.test(name) && /[.-]|\d/.test(name)))) return null;
  if (other === undefined || other === '') return ADDRESS.test(one) ? { name: '', host: one } : HOST.test(one) ? { name: one, host: one } : null;
  if (ADDRESS.test(one) && HOST.test(other)) return { name: other, host: one };
  return ADDRESS.test(other) && HOST.test(one) ? { name: one, host: other } : null;
}

/**
 * Return a device for each of *hosts*, in rows from the origin on, with names that are free in *model*.
 * @param {import('../../model/diagram-model.js').DiagramModel} model
 * @param {import('../../util/ids.js').NewId} newId
 * @param {readonly NamedHost[]} hosts
 * @returns {Device[]}
 */
export function devicesOf(model, newId, hosts) {
  const taken = new TakenNames(namesOf(model.nodes.values()));
  return hosts.map(({ name, host }, place) => {
    const label = taken.next(name || KINDS.server.first, 1);
    taken.add(label, 1);
    const [x, y] = [place % ACROSS, Math.floor(place / ACROSS)].map((steps) => steps * (TILE + GAP));
    return createDevice({ id: newId('n'), kind: 'server', label, x, y, connections: [createConnection({ host })] });
  });
}
