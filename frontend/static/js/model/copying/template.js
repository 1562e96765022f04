/**
 * Templates: parts of a drawing that are kept under a name, to be put on any drawing. A library of them is one JSON file.
 *
 * A template holds no secrets: no passwords and keys of devices, no passwords of people. Pictures that lie on it are in it.
 */

import { emptyDiagram, randomPassword } from '../diagram.js';
import { isPicture } from '../items.js';
import { isClipping } from './clipping.js';

/** @typedef {import('./clipping.js').Clipping} Clipping */
/** @typedef {import('../diagram.js').Connection} Connection */
/** @typedef {import('../diagram.js').Diagram} Diagram */
/** @typedef {import('../diagram.js').Node} Node */
/** @typedef {{ name: string, parts: Clipping, pictures?: Readonly<Record<string, string>> }} Template Its pictures by their ids, as `data:`. */

/** What one library takes: a file of one is never larger. */
export const LIMITS = Object.freeze({ templates: 100, name: 60, nodes: 500, zones: 200, links: 2000, access: 1000, pictures: 20, characters: 4_000_000 });

const KIND = 'labmapper-library';
const PICTURE_ID = /^[0-9a-f]{32}$/;
const PICTURE_DATA = /^data:image\/(?:png|jpeg|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/;

/**
 * Return the template *name* of *parts*, or null where they or their pictures are too many.
 * @param {string} name
 * @param {Clipping} parts
 * @param {(protocol: string, parameter: string) => boolean} isSecret
 * @param {(id: string) => string | undefined} [pictureOf] Returns a picture as `data:`.
 * @returns {Template | null}
 */
export function makeTemplate(name, parts, isSecret, pictureOf = () => undefined) {
  const nodes = parts.nodes.map((node) => withoutSecrets(node, isSecret));
  const pictures = Object.fromEntries(nodes.flatMap((node) => {
    const id = isPicture(node) ? (node.picture ?? '') : '';
    const data = pictureOf(id);
    return data ? [[id, data]] : [];
  }));
  const template = { name: name.slice(0, LIMITS.name), parts: { ...parts, nodes }, ...(Object.keys(pictures).length > 0 && { pictures }) };
  return isBounded(template) ? template : null;
}

/**
 * Return the drawing that *template* makes by itself.
 * @param {Template} template
 * @returns {Diagram}
 */
export function drawTemplate({ name, parts }) {
  const ids = new Set([...parts.nodes, ...parts.zones].map(({ id }) => id));
  const zones = parts.zones.map((zone) => ({ ...zone, zone: ids.has(zone.zone ?? '') ? zone.zone : null, pod: ids.has(zone.pod ?? '') ? zone.pod : null }));
  const nodes = parts.nodes.map((node) => ({ ...node, zone: ids.has(node.zone ?? '') ? node.zone : null }));
  return { ...emptyDiagram(), title: name, ...parts, nodes, zones };
}

/**
 * Return *parts*, or a whole diagram, with their pictures under other ids.
 * @template {{ nodes: readonly Node[] }} Parts
 * @param {Parts} parts
 * @param {ReadonlyMap<string, string>} ids The new ids by the old ones.
 * @returns {Parts}
 */
export function withPictures(parts, ids) {
  return { ...parts, nodes: parts.nodes.map((node) => (isPicture(node) ? { ...node, picture: ids.get(node.picture ?? '') ?? node.picture } : node)) };
}

/**
 * Return the file of a library of *templates*.
 * @param {readonly Template[]} templates
 * @returns {string}
 */
export function renderLibrary(templates) {
  return `${JSON.stringify({ kind: KIND, version: 1, templates }, null, 2)}\n`;
}

/**
 * Return the templates in *text*, the file of a library; null where it is none, or larger than one may be.
 * @param {string} text
 * @returns {Template[] | null}
 */
export function readLibrary(text) {
  if (text.length > LIMITS.characters) return null;
  try {
    const { kind, version, templates } = JSON.parse(text);
    return kind === KIND && version === 1 && Array.isArray(templates) && templates.length <= LIMITS.templates && templates.every(isTemplate) ? templates : null;
  } catch {
    return null;
  }
}

/**
 * @param {unknown} value
 * @returns {value is Template}
 */
function isTemplate(value) {
  const { name, parts, pictures = {} } = /** @type {Partial<Template>} */ (value ?? {});
  if (typeof name !== 'string' || name.trim() === '' || name.length > LIMITS.name || !isClipping(parts)) return false;
  return isBounded({ parts, pictures }) && parts.nodes.length + parts.zones.length > 0;
}

/** @param {unknown} value */
function arePictures(value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const pictures = Object.entries(value);
  return pictures.length <= LIMITS.pictures && pictures.every(([id, data]) => PICTURE_ID.test(id) && typeof data === 'string' && PICTURE_DATA.test(data));
}

/** @param {Pick<Template, 'parts' | 'pictures'>} template */
function isBounded({ parts, pictures = {} }) {
  return (/** @type {const} */ (['nodes', 'zones', 'links', 'access'])).every((list) => parts[list].length <= LIMITS[list]) && arePictures(pictures);
}

/**
 * @param {Node} node
 * @param {(protocol: string, parameter: string) => boolean} isSecret
 * @returns {Node}
 */
function withoutSecrets(node, isSecret) {
  if (node.type === 'users') {
    const roster = node.roster.map((entry) => ({ ...Object.fromEntries(Object.entries(entry).filter(([field]) => field !== 'encoding')), username: entry.username, pod: entry.pod, password: null }));
    return { ...node, roster, password: node.password.mode === 'fixed' ? randomPassword() : node.password };
  }
  return node.type === 'device' ? { ...node, connections: node.connections.map((connection) => open(connection, isSecret)) } : node;
}

/**
 * @param {Connection} connection
 * @param {(protocol: string, parameter: string) => boolean} isSecret
 * @returns {Connection}
 */
function open(connection, isSecret) {
  const isOpen = (/** @type {[string, unknown]} */ [name]) => !isSecret(connection.protocol, name);
  const parameters = Object.fromEntries(Object.entries(connection.parameters).filter(isOpen));
  if (!connection.copies) return { ...connection, parameters };
  return { ...connection, parameters, copies: Object.fromEntries(Object.entries(connection.copies).filter(isOpen)) };
}
