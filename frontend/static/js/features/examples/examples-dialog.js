/** The dialog with the example labs, each with a picture. */

import { element } from '../../kit/dom.js';
import { showDialog } from '../../kit/dialogs/dialog.js';
import { thumbnail } from '../../kit/thumbnail.js';
import { replaceDiagram } from '../../model/commands/settings.js';
import { countUsers } from '../../model/diagram.js';
import { plural, t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../model/diagram.js').Diagram} Diagram */

/**
 * Let somebody choose one of *examples*, and put it on the drawing.
 * @param {Editor} editor
 * @param {readonly Diagram[]} examples
 */
export function showExamples(editor, examples) {
  const cards = examples.map((diagram) => element('button', { type: 'button', class: 'example', click: () => {
    dialog.close();
    openExample(editor, diagram);
  } }, thumbnail(diagram),
    element('span', { class: 'example-title' }, diagram.title),
    element('span', { class: 'muted' }, describe(diagram))));
  const dialog = showDialog({
    title: t('Start from an example'),
    classes: 'dialog-wide',
    closeLabel: t('Cancel'),
    content: [element('div', { class: 'examples' }, ...cards)],
  });
}

/**
 * Put an example on the drawing, as one step that can be undone.
 * @param {Editor} editor
 * @param {Diagram} diagram
 */
function openExample({ actions, model, selection, stack }, diagram) {
  stack.execute(replaceDiagram(model, diagram, t("Start from '{title}'", { title: diagram.title })));
  selection.clear();
  actions.run('fit-all');
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
  return t('{users}, {devices}', {
    users: plural('{count} user', '{count} users', users),
    devices: plural('{count} device', '{count} devices', devices),
  });
}
