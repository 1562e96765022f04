/** Puts text on the clipboard, also where the page came without TLS and browsers offer no clipboard to scripts. */

/**
 * @param {string} text
 * @returns {Promise<void>}
 */
export async function copyText(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const carrier = document.createElement('textarea');
  const focused = document.activeElement;
  carrier.value = text;
  document.body.append(carrier);
  carrier.select();
  document.execCommand('copy');
  carrier.remove();
  if (focused instanceof HTMLElement) focused.focus();
}
