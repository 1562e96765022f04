/** Pictures as they are in documents and templates: texts that begin with `data:`. */

const HEAD = /^data:(image\/(?:png|jpeg|svg\+xml));base64,/;

/**
 * Return the picture in *data* as a file; throw where it is none.
 * @param {string} data
 * @returns {Blob}
 */
export function pictureBlob(data) {
  const [head, type] = HEAD.exec(data) ?? [];
  if (head === undefined) throw new TypeError('no picture');
  return new Blob([Uint8Array.from(atob(data.slice(head.length)), (sign) => sign.charCodeAt(0))], { type });
}
