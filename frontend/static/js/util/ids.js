/** Creates random ids for new items: a letter for the sort of item, and ten random characters. */

/** @typedef {(prefix: string) => string} NewId */

const ALPHABET = '23456789abcdefghijkmnpqrstuvwxyz';
const LENGTH = 10;

/**
 * Return a function that makes ids from *random*, which gives numbers from 0 to below 1.
 * @param {() => number} random
 * @returns {NewId}
 */
export function createIds(random) {
  return (prefix) => {
    let id = prefix;
    for (let i = 0; i < LENGTH; i++) id += ALPHABET[Math.floor(random() * ALPHABET.length)];
    return id;
  };
}
