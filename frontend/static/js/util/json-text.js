/** Writes JSON of which most was written before: the whole drawing goes out after each change, and nearly all of its items are as they were. */

/** @type {WeakMap<object, string>} Items are frozen values: their text never changes. */
const written = new WeakMap();

/**
 * Return what `JSON.stringify` does of *value*, an object as JSON knows them. What is frozen in its lists, and in those of objects in it,
 * is written once.
 * @param {object} value
 * @returns {string}
 */
export function writeJson(value) {
  if (Array.isArray(value)) return writeField(value);
  const given = Object.entries(value).filter(([, each]) => each !== undefined);
  const fields = given.map(([name, each]) => `${JSON.stringify(name)}:${writeField(each)}`);
  return `{${fields.join(',')}}`;
}

/** @param {unknown} value */
function writeField(value) {
  if (Array.isArray(value)) return isItem(value[0]) ? `[${value.map(writeItem).join(',')}]` : JSON.stringify(value);
  return isObject(value) && !Object.isFrozen(value) ? writeJson(value) : JSON.stringify(value);
}

/** @param {unknown} item */
function writeItem(item) {
  if (!isItem(item)) return JSON.stringify(item);
  const known = written.get(item);
  if (known !== undefined) return known;
  const text = JSON.stringify(item);
  written.set(item, text);
  return text;
}

/**
 * @param {unknown} value
 * @returns {value is object}
 */
function isItem(value) {
  return isObject(value) && Object.isFrozen(value);
}

/**
 * @param {unknown} value
 * @returns {value is object}
 */
function isObject(value) {
  return typeof value === 'object' && value !== null;
}
