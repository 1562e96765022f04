/** Values that nobody can change by accident. */

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
