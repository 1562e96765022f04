/** Lets the browser download a file. */

/**
 * Let the browser download *url* as *name*.
 * @param {string} url
 * @param {string} name
 */
export function giveFile(url, name) {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
}

/**
 * Let the browser download *content*, which has come or was made here, as *name*.
 * @param {Blob} content
 * @param {string} name
 */
export function giveBlob(content, name) {
  const url = URL.createObjectURL(content);
  giveFile(url, name);
  // Revoked later: some browsers read the blob only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * Return a file name made of *title*, for example `network-basics.json`.
 * @param {string} title
 * @param {string} ending
 * @returns {string}
 */
export function fileNameOf(title, ending) {
  const words = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const name = words.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return `${name.slice(0, 80) || 'lab'}.${ending}`;
}
