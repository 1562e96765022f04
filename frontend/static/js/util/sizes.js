/** Formats file sizes. */

import { plural } from './format.js';

/**
 * Return *octets* as people write sizes: "512 bytes", "1.2 KiB", "34.0 MiB".
 * @param {number} octets
 * @returns {string}
 */
export function fileSize(octets) {
  if (octets < 1024) return plural(octets, 'byte');
  const [scaled, unit] = octets < 1024 ** 2 ? [octets / 1024, 'KiB'] : [octets / 1024 ** 2, 'MiB'];
  return `${scaled.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} ${unit}`;
}
