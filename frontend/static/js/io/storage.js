/** What a browser keeps for a page, or where it keeps nothing, what lasts as long as the page. */

/**
 * Return the storage that *find* finds. Browsers that are told to keep nothing throw already when one asks for it.
 * @param {() => Storage} find
 * @returns {Storage}
 */
export function openStorage(find) {
  try {
    return find();
  } catch {
    return forgetful();
  }
}

/**
 * Return the channel called *name* to the other pages of this browser, or where there is none, one that leads nowhere.
 * @param {string} name
 * @returns {Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>}
 */
export function openChannel(name) {
  try {
    return new BroadcastChannel(name);
  } catch {
    return { postMessage: () => {}, addEventListener: () => {} };
  }
}

/** Return a storage as far as the editor uses one. */
function forgetful() {
  /** @type {Map<string, string>} */
  const entries = new Map();
  const getItem = (/** @type {string} */ key) => entries.get(key) ?? null;
  const setItem = (/** @type {string} */ key, /** @type {string} */ value) => void entries.set(key, value);
  return /** @type {Storage} */ ({ getItem, setItem });
}
