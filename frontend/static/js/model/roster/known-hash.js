/** A password of which only the hash is known, as it stands in the text of a roster: `md5:` or `sha256:` and its hexadecimal digits. */

/** @typedef {import('../diagram.js').RosterEntry} RosterEntry */

const HASH = /^(?:(md5):([0-9a-f]{32})|(sha256):([0-9a-f]{64}))$/i;

/**
 * Return what *text*, which stands as somebody's password, says: the password, or a hash with its encoding.
 * @param {string | null} text
 * @returns {Pick<RosterEntry, 'password' | 'encoding'>}
 */
export function readPassword(text) {
  const found = text?.match(HASH);
  if (!found) return { password: text, encoding: null };
  return found[1] ? { password: found[2], encoding: 'md5' } : { password: found[4], encoding: 'sha256' };
}

/**
 * Return the text that stands for the password of *entry*.
 * @param {RosterEntry} entry
 * @returns {string | null}
 */
export function renderPassword({ password, encoding }) {
  return password !== null && encoding ? `${encoding}:${password}` : password;
}
