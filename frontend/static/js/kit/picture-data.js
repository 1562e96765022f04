/** Pictures as they are in documents and templates: texts that begin with `data:`. */

import { t } from '../util/text.js';

const HEAD = /^data:(image\/(?:png|jpeg|svg\+xml));base64,/;
const BROKEN = t('It is damaged, or neither PNG, JPEG nor SVG.');

/**
 * Return the picture in *data* as a file; throw an Error to show where it is none.
 * @param {string} data
 * @returns {Blob}
 */
export function pictureBlob(data) {
  const [head, type] = HEAD.exec(data) ?? [];
  if (head === undefined) throw new Error(BROKEN);
  return new Blob([decode(data.slice(head.length))], { type });
}

/** @param {string} text */
function decode(text) {
  try {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  } catch {
    throw new Error(BROKEN);
  }
}
