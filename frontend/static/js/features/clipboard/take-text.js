/** Says what text from another program is that was pasted on the canvas, and offers what can be made of it. */

import { boxAround } from '../../model/geometry/boxes.js';
import { addItems } from '../../model/commands/add.js';
import { createNote } from '../../model/diagram.js';
import { findZoneAround } from '../../model/geometry/containment.js';
import { findPastePlace } from '../../model/placement/paste-place.js';
import { GRID } from '../../model/placement/spacing.js';
import { snap } from '../../util/geometry.js';
import { devicesOf, recogniseText } from './pasted-text.js';
import { plural, t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../kit/notices.js').NoticeAction} NoticeAction */

const SUBJECT = 'pasted';
const SECONDS = 30;
const LONGEST_NOTE = 65_536;

/**
 * Say what *text* is, and offer to open it, or to put it on the drawing at *at*.
 * @param {Editor} editor
 * @param {string} text
 * @param {import('../../util/geometry.js').Point} at
 */
export function takeText(editor, text, at) {
  const { importExport, model, newId, notices } = editor;
  const pasted = recogniseText(text);
  const tell = (/** @type {string} */ what, /** @type {NoticeAction[]} */ actions) => {
    const closing = actions.map((action) => ({ ...action, run: () => { notices.hide(SUBJECT); action.run(); } }));
    notices.show(SUBJECT, { text: what, seconds: SECONDS, actions: closing });
  };
  // A longer text is more than the server takes for a note.
  const notes = text.length > LONGEST_NOTE ? [] : [{ label: t('Add a note with it'), run: () => addAll(editor, [createNote({ id: newId('n'), label: text.trim() })], at) }];
  const open = () => void importExport.open(new File([text], t('pasted text')));
  if (pasted.kind === 'file') {
    tell(t('What was pasted reads as {language}.', { language: pasted.language }), [{ label: t('Open it as a new diagram'), isPrimary: true, run: open }, ...notes]);
  } else if (pasted.kind === 'hosts') {
    const { hosts } = pasted;
    const label = plural('Add {count} device', 'Add {count} devices', hosts.length);
    const add = () => addAll(editor, devicesOf(model, newId, hosts), at);
    tell(plural('What was pasted reads as a host name.', 'What was pasted reads as {count} host names.', hosts.length), [{ label, isPrimary: true, run: add }, { label: t('Open it as a new diagram'), run: open }, ...notes]);
  } else tell(t('What was pasted is text.'), notes);
}

/**
 * Add *nodes* around *at*, where there is room, in one step, and select them.
 * @param {Editor} editor
 * @param {readonly import('../../model/diagram.js').Node[]} nodes
 * @param {import('../../util/geometry.js').Point} at
 */
function addAll(editor, nodes, at) {
  const { host, model, selection, stack, viewport } = editor;
  const by = findPastePlace(editor, { nodes, zones: [], links: [], access: [] }, { x: snap(at.x, GRID), y: snap(at.y, GRID) });
  const moved = nodes.map((node) => ({ ...node, x: node.x + by.x, y: node.y + by.y }));
  const placed = moved.map((node) => ({ ...node, zone: findZoneAround(model.zones.values(), node) }));
  const what = (placed.length === 1 && placed[0].label.split('\n')[0]) || plural('{count} item', '{count} items', placed.length);
  stack.execute(addItems(model, { nodes: placed }, t('Paste {what}', { what })));
  selection.set(placed.map(({ id }) => id));
  const box = boxAround(model, selection.ids);
  if (box) viewport.reveal(box);
  host.focus({ preventScroll: true });
}
