/** What an empty canvas says: the three steps to a file, and an example as a way around them. */

import { button, element } from './dom.js';
import { showDialog } from './dialog.js';
import { thumbnail } from './thumbnail.js';
import { countUsers } from '../model/diagram.js';
import { plural } from '../util/format.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('../model/diagram.js').Diagram} Diagram */

const STEPS = [
  ['Add ', 'devices', '. For 11 alike, type the count and the first address.'],
  ['Add ', 'users', ', for example 8 students. They reach every device.'],
  ['Narrow that down under ', 'Access', ', then download the file.'],
];

/**
 * Fill *root*, and show it as long as nothing is on the drawing.
 * @param {HTMLElement} root
 * @param {Desk} desk
 * @param {{ onExample: () => void, onImport: () => void, tour: { isDone: boolean, start: () => void } }} actions
 */
export function connectEmptyState(root, { model, stack }, { onExample, onImport, tour }) {
  const steps = STEPS.map(([before, strong, after]) => element('li', {},
    element('span', {}, before, element('strong', {}, strong), after)));
  const invitation = button({ label: 'Show me around', look: 'button-quiet button-small', onClick: () => {
    tour.start();
    show();
  } });
  root.append(
    element('h2', {}, 'Draw your lab, map your users'),
    element('ol', { class: 'steps' }, ...steps),
    element('div', { class: 'toolbar' },
      button({ label: 'Start from an example', icon: 'grid', onClick: onExample }),
      button({ label: 'Import a config.yaml', icon: 'import', onClick: onImport })),
    invitation,
  );
  const show = () => {
    root.hidden = !model.isEmpty;
    invitation.hidden = tour.isDone;
  };
  stack.addEventListener('changed', show);
  show();
}

/**
 * Let somebody choose one of *examples*.
 * @param {readonly Diagram[]} examples
 * @param {(diagram: Diagram) => void} onChoose
 */
export function showExamples(examples, onChoose) {
  const cards = examples.map((diagram) => element('button', { type: 'button', class: 'example', click: () => {
    dialog.close();
    onChoose(diagram);
  } }, thumbnail(diagram),
    element('span', { class: 'example-title' }, diagram.title),
    element('span', { class: 'muted' }, describe(diagram))));
  const dialog = showDialog({
    title: 'Start from an example',
    look: 'dialog-wide',
    closeLabel: 'Cancel',
    content: [element('div', { class: 'examples' }, ...cards)],
  });
}

/** @param {Diagram} diagram */
function describe(diagram) {
  const people = new Map(diagram.nodes.flatMap((node) => (node.type === 'users' ? [[node.id, countUsers(node)]] : [])));
  const users = [...people.values()].reduce((sum, count) => sum + count, 0);
  const zones = new Map(diagram.zones.map((zone) => [zone.id, zone]));
  let devices = 0;
  for (const node of diagram.nodes) {
    if (node.type !== 'device') continue;
    let copies = 1;
    for (let zone = zones.get(node.zone ?? ''); zone; zone = zones.get(zone.zone ?? '')) copies *= people.get(zone.pod ?? '') ?? 1;
    devices += node.count * copies;
  }
  return `${plural(users, 'user')}, ${plural(devices, 'device')}`;
}
