/** Formats file sizes. */

import { number, plural } from './text.js';

/**
 * Return *octets* as people write sizes: "512 bytes", "1.2 KiB", "34.0 MiB".
 * @param {number} octets
 * @returns {string}
 */
export function fileSize(octets) {
  if (octets < 1024) return plural('{count} byte', '{count} bytes', octets);
  return octets < 1024 ** 2 ? `${number(octets / 1024, 1)} KiB` : `${number(octets / 1024 ** 2, 1)} MiB`;
}
