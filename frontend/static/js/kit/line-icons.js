/** Loads the icons of buttons and menus into the page. */

/**
 * Load the icons from *url* and put them into the page, where `icon` of dom.js refers to them.
 * @param {string} url
 * @param {typeof globalThis.fetch} fetch
 */
export async function loadIcons(url, fetch) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The icons of the editor did not come: ${answer.status}`);
  const icons = new DOMParser().parseFromString(await answer.text(), 'image/svg+xml');
  document.body.append(icons.documentElement);
}
