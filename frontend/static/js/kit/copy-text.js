/** Copies text to the clipboard, also on pages without TLS, where `navigator.clipboard` is missing. */

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
