/**
 * Our own line icons for all that can be placed, as path data on a grid of 24.
 *
 * They are stroked, never filled: in the DOM `<path d>` with `stroke-width` 1.5 and round caps, on the canvas the same.
 */

import { kindOf } from './items.js';

/** @typedef {import('./diagram.js').Node} Node */
/** @typedef {import('./kinds.js').DeviceKind} DeviceKind */
/** @typedef {import('./kinds.js').ShapeKind} ShapeKind */
/** @typedef {DeviceKind | 'users' | 'network' | 'gateway' | 'note' | 'zone' | 'text' | 'picture' | ShapeKind} IconName */

export const ICON_GRID = 24;
export const ICON_STROKE = 1.5;

/** @type {Readonly<Record<IconName, string>>} */
export const ICONS = Object.freeze({
  router:
    'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM5.8 12h3.7m-1.7-1.7L9.5 12l-1.7 1.7M18.2 12h-3.7m1.7-1.7L14.5 12l1.7 1.7' +
    'M12 9.5V5.8m-1.7 1.7L12 5.8l1.7 1.7M12 14.5v3.7m-1.7-1.7 1.7 1.7 1.7-1.7',
  switch:
    'M4.5 6h15A1.5 1.5 0 0 1 21 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5v-9A1.5 1.5 0 0 1 4.5 6z' +
    'M7 9.9h9.6m-1.7-1.7 1.7 1.7-1.7 1.7M17 14.1H7.4m1.7-1.7-1.7 1.7 1.7 1.7',
  l3switch:
    'M5.5 4h13A1.5 1.5 0 0 1 20 5.5v13a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5v-13A1.5 1.5 0 0 1 5.5 4z' +
    'M13.6 10.4 17 7m-2.6 0H17v2.6M10.4 10.4 7 7m0 2.6V7h2.6M10.4 13.6 7 17m0-2.6V17h2.6M13.6 13.6 17 17m-2.6 0H17v-2.6',
  firewall:
    'M4.5 5h15A1.5 1.5 0 0 1 21 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5v-11A1.5 1.5 0 0 1 4.5 5z' +
    'M3 9.7h18M3 14.3h18M12 5v4.7M8 9.7v4.6M16 9.7v4.6M12 14.3V19',
  loadbalancer:
    'M5.3 9.6a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 1 0 0-4.8zM19 3.7a2 2 0 1 0 0 4a2 2 0 1 0 0-4zM19 10a2 2 0 1 0 0 4a2 2 0 1 0 0-4z' +
    'M19 16.3a2 2 0 1 0 0 4a2 2 0 1 0 0-4zM7.7 12H17M7.5 11c4 0 4.5-5.2 9.5-5.3M7.5 13c4 0 4.5 5.2 9.5 5.3',
  server:
    'M5.5 3.5h13A1.5 1.5 0 0 1 20 5v4.5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 9.5V5a1.5 1.5 0 0 1 1.5-1.5z' +
    'M5.5 13h13a1.5 1.5 0 0 1 1.5 1.5V19a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 19v-4.5A1.5 1.5 0 0 1 5.5 13z' +
    'M7.6 7.3h.01M7.6 16.8h.01M12 7.3h4.4M12 16.8h4.4',
  workstation:
    'M4.5 4h15A1.5 1.5 0 0 1 21 5.5v9.5a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 15V5.5A1.5 1.5 0 0 1 4.5 4zM12 16.5V20M8 20h8',
  laptop: 'M5.5 5h13A1.5 1.5 0 0 1 20 6.5V15H4V6.5A1.5 1.5 0 0 1 5.5 5zM4 15h16l1.8 3.6H2.2z',
  accesspoint:
    'M5 15.5h14a1.5 1.5 0 0 1 1.5 1.5v1.5A1.5 1.5 0 0 1 19 20H5a1.5 1.5 0 0 1-1.5-1.5V17A1.5 1.5 0 0 1 5 15.5z' +
    'M12 15.5v-3.2M9 9.7a4.2 4.2 0 0 1 6 0M6.2 6.9a8.2 8.2 0 0 1 11.6 0M7 17.8h.01M10 17.8h.01',
  phone:
    'M6.5 3.8 9 3.5l1.5 4.2-2 1.6a11.5 11.5 0 0 0 6.2 6.2l1.6-2 4.2 1.5-.3 2.5a3 3 0 0 1-3.2 2.7' +
    'C10 19.6 4.4 14 3.8 7a3 3 0 0 1 2.7-3.2z',
  printer:
    'M7 9V4h10v5M7 17H4.5A1.5 1.5 0 0 1 3 15.5v-5A1.5 1.5 0 0 1 4.5 9h15a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5H17' +
    'M7 14h10v6H7zM17.3 11.7h.01',
  cloud: 'M7 18.5a4.5 4.5 0 0 1-.6-8.95 6 6 0 0 1 11.5 1.2 3.9 3.9 0 0 1-.4 7.75z',
  generic: 'M12 3.2 20 7.7v8.6l-8 4.5-8-4.5V7.7zM4 7.7l8 4.5 8-4.5M12 12.2v8.6',
  users:
    'M9 4.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7zM2.5 19.5a6.5 6.5 0 0 1 13 0M15.3 4.8a3.5 3.5 0 0 1 0 6.4M17.8 13.8a6.5 6.5 0 0 1 3.7 5.7',
  network: 'M3 12h18M7 12V8M17 12V8M12 12v4M4.8 3.8h4.4V8H4.8zM14.8 3.8h4.4V8h-4.4zM9.8 16h4.4v4.2H9.8z',
  gateway: 'M4.5 20.5V10.7a7.5 7.5 0 0 1 15 0v9.8M2.5 20.5h19M8 14h7.6m-2.4-2.4 2.4 2.4-2.4 2.4',
  note: 'M5 4h14v10.5L13.5 20H5zM19 14.5h-5.5V20M8.3 8.3h7.4M8.3 11.8h4.2',
  zone:
    'M4 8V5.5A1.5 1.5 0 0 1 5.5 4H8M11 4h2M16 4h2.5A1.5 1.5 0 0 1 20 5.5V8M20 11v2M20 16v2.5a1.5 1.5 0 0 1-1.5 1.5H16' +
    'M13 20h-2M8 20H5.5A1.5 1.5 0 0 1 4 18.5V16M4 13v-2',
  text: 'M5 7.5V5h14v2.5M12 5v14M9.5 19h5',
  rectangle: 'M4.5 6h15A1.5 1.5 0 0 1 21 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5v-9A1.5 1.5 0 0 1 4.5 6z',
  ellipse: 'M12 5.5c5 0 9 2.9 9 6.5s-4 6.5-9 6.5-9-2.9-9-6.5 4-6.5 9-6.5z',
  line: 'M4.5 19.5l15-15',
  arrow: 'M4.5 19.5l15-15M11 4.5h8.5V13',
  picture:
    'M4.5 5h15A1.5 1.5 0 0 1 21 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5v-11A1.5 1.5 0 0 1 4.5 5z' +
    'M3.4 17.6l5.1-5.1 4.2 4.2M11.5 15.5l3.6-3.6 5.6 5.6M15.5 8.6h.01',
});

/**
 * Return the name of the icon of *node*.
 * @param {Node} node
 * @returns {IconName}
 */
export function iconOf(node) {
  return /** @type {IconName} */ (kindOf(node));
}
