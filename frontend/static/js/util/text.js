/**
 * Every sentence that the scripts show to people goes through here: `t("Made '{title}'.", { title })`. The English
 * sentence is the key; a page in another language brings its sentences in a script of their own, before all others run.
 * docs/translating.md tells how to write sentences that can be translated.
 */

/** @typedef {Readonly<Record<string, string | number>>} Values */
/** @typedef {{ plural: (count: number) => number, sentences: Readonly<Record<string, string | string[]>> }} Catalogue */

/** @type {{ labmapperCatalogue?: Catalogue, document?: { documentElement: { lang: string } } }} */
const page = globalThis;
const catalogue = page.labmapperCatalogue;

/** The language of the page, for `Intl`. */
export const LANGUAGE = page.document?.documentElement.lang || 'en';

/**
 * Return *sentence* in the language of the page, with *values* in its places.
 * @param {string} sentence
 * @param {Values} [values]
 * @returns {string}
 */
export function t(sentence, values) {
  return fill([translate(sentence)].flat()[0], values);
}

/**
 * Return the sentence *one*, or *other* for several, in the language of the page. `{count}` is the number as people write it.
 * @param {string} one
 * @param {string} other
 * @param {number} count
 * @param {Values} [values]
 * @returns {string}
 */
export function plural(one, other, count, values) {
  const forms = translate(one);
  const form = typeof forms === 'string' ? undefined : forms[catalogue?.plural(count) ?? 0];
  return fill(form ?? (count === 1 ? one : other), { count: number(count), ...values });
}

/** By the number of decimals: to make one takes longer than everything else that a count is shown with. @type {Map<number, Intl.NumberFormat>} */
const numberFormats = new Map();

/**
 * Return *value* as people write it, with *digits* decimals.
 * @param {number} value
 * @param {number} [digits]
 * @returns {string}
 */
export function number(value, digits = 0) {
  // Most counts, and all on a first visit: English writes them as they are.
  if (LANGUAGE === 'en' && digits === 0 && value >= 0 && value < 1000 && Number.isInteger(value)) return String(value);
  let format = numberFormats.get(digits);
  if (!format) {
    format = new Intl.NumberFormat(LANGUAGE, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    numberFormats.set(digits, format);
  }
  return format.format(value);
}

/**
 * Return *parts* as a list in words: "SSH, VNC, and RDP".
 * @param {string[]} parts
 * @returns {string}
 */
export function list(parts) {
  return new Intl.ListFormat(LANGUAGE).format(parts);
}

/**
 * @param {string} sentence
 * @returns {string | string[]}
 */
function translate(sentence) {
  return catalogue && Object.hasOwn(catalogue.sentences, sentence) ? catalogue.sentences[sentence] : sentence;
}

/**
 * Return *sentence* with *values* in its places. What stands in a value is never a place.
 * @param {string} sentence
 * @param {Values} [values]
 */
export function fill(sentence, values) {
  return values ? sentence.replace(/\{(\w+)\}/g, (place, name) => (Object.hasOwn(values, name) ? String(values[name]) : place)) : sentence;
}
