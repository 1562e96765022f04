/** Deep-freezes values. */

/**
 * Freeze *value* and all that hangs on it, and return it. What is frozen already is taken to be frozen throughout.
 * @template T
 * @param {T} value
 * @returns {T}
 */
export function deepFreeze(value) {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}

/**
 * Return a copy of *value*, a value as JSON knows them, that is frozen at every depth.
 * @template T
 * @param {T} value
 * @returns {T}
 */
export function frozenCopy(value) {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return /** @type {T} */ (Object.freeze(value.map(frozenCopy)));
  const copy = { .../** @type {Record<string, unknown>} */ (value) };
  for (const key of Object.keys(copy)) if (typeof copy[key] === 'object') copy[key] = frozenCopy(copy[key]);
  return /** @type {T} */ (Object.freeze(copy));
}
