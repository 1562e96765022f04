/**
 * Opens local and session storage and broadcast channels; where a browser refuses them, stand-ins that last as long as the
 * page.
 */

/**
 * Return the storage that *find* finds, as far as the editor uses one. It never fails: what the browser does not take lasts
 * as long as the page. Browsers that are told to keep nothing throw already when one asks for their storage.
 * @param {() => Storage} find
 * @returns {Storage}
 */
export function openStorage(find) {
  /** @type {Map<string, string>} */
  const own = new Map();
  const getItem = (/** @type {string} */ key) => {
    try {
      return own.get(key) ?? find().getItem(key);
    } catch {
      return null;
    }
  };
  const setItem = (/** @type {string} */ key, /** @type {string} */ value) => {
    own.delete(key);
    try {
      find().setItem(key, value);
    } catch {
      own.set(key, value);
    }
  };
  return /** @type {Storage} */ ({ getItem, setItem });
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
