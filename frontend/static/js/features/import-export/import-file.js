/** Imports a file: checks its size and has the server read it, so that the browser parses no format itself. */

import { DEFAULT_TITLE } from '../../model/diagram.js';
import { ApiError } from '../../server/transport.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../server/api.js').Api} Api */

const LONGEST_TITLE = 200;
export const MAX_SIZE = 8 * 1024 * 1024;

/** From so many characters on a value is sent beside the file, not in the address. */
const LONGEST_IN_ADDRESS = 1_000;

/**
 * Return what *file* holds. Throws an ApiError that says what is wrong with it.
 * @param {Api} api
 * @param {File} file
 * @param {Record<string, string>} [values] What is known of it: its format, and the options of that.
 * @param {AbortSignal} [signal] Stops it.
 * @returns {Promise<import('../../server/api-types.js').Imported>}
 */
export async function importFile(api, file, values = {}, signal) {
  checkSize(file);
  const entries = Object.entries(values);
  const long = entries.filter(([, value]) => value.length > LONGEST_IN_ADDRESS);
  const query = Object.fromEntries(entries.filter((entry) => !long.includes(entry)));
  if (long.length === 0) return api.importFile(file, query, signal && { signal });
  return api.importFile(file, query, { signal, ...await packForm({ file, ...Object.fromEntries(long.map(([name, value]) => [name, new Blob([value])])) }) });
}

/**
 * Throw an ApiError where there is nothing in *file*, or too much.
 * @param {File} file
 */
export function checkSize(file) {
  if (file.size === 0) throw refusal(t('{file} is empty. Choose another file.', { file: file.name }));
  if (file.size > MAX_SIZE) throw refusal(t('{file} is larger than 8 MiB. Choose a smaller file.', { file: file.name }));
}

/**
 * Return what a request with *parts* as a form has. The type of a Blob is in small letters, which names another boundary.
 * @param {Record<string, Blob>} parts
 */
export async function packForm(parts) {
  const form = new FormData();
  for (const [name, part] of Object.entries(parts)) form.append(name, part, name);
  const packed = new Response(form);
  return { headers: { 'Content-Type': packed.headers.get('Content-Type') ?? '' }, raw: await packed.blob() };
}

/** What containerlab's editor calls the drawing that it keeps beside a topology. */
const BESIDE = '.annotations.json';

/**
 * Return which of *files* is the lab, and the options that the others are: places and groups beside a topology.
 * @param {readonly File[]} files At least one.
 * @returns {Promise<{ file: File, beside: Record<string, string> }>}
 */
export async function sortFiles(files) {
  const drawing = files.length > 1 ? files.find(({ name }) => name.endsWith(BESIDE)) : undefined;
  const file = files.find((each) => each !== drawing) ?? files[0];
  return { file, beside: drawing ? { annotations: await drawing.text() } : {} };
}

/**
 * Return *diagram* with a title: its own, or where it has none, the name of the file without its ending.
 * @param {import('../../model/diagram.js').Diagram} diagram
 * @param {string} fileName
 */
export function withTitle(diagram, fileName) {
  if (diagram.title !== '' && diagram.title !== DEFAULT_TITLE) return diagram;
  const title = fileName.replace(/(?<=.)\.[A-Za-z0-9]{1,8}$/, '').trim().slice(0, LONGEST_TITLE);
  return { ...diagram, title: title || DEFAULT_TITLE };
}

/** @param {string} message */
function refusal(message) {
  return new ApiError(message, { status: 400, code: 'file' });
}
