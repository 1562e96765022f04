/** Deep equality of JSON values. */

/**
 * Return whether *a* and *b* say the same, in whatever order their keys are.
 * @param {unknown} a
 * @param {unknown} b
 * @returns {boolean}
 */
export function isDeepEqual(a, b) {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((value, index) => isDeepEqual(value, b[index]));
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [/** @type {Record<string, unknown>} */ (a), /** @type {Record<string, unknown>} */ (b)];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => isDeepEqual(left[key], right[key]));
}

/**
 * Return whether the keys of *others* are just *ids*.
 * @param {ReadonlySet<string>} ids
 * @param {{ size: number, has(id: string): boolean }} others
 * @returns {boolean}
 */
export function haveSame(ids, others) {
  return ids.size === others.size && [...ids].every((id) => others.has(id));
}
