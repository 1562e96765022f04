/** The access sections of the inspector: what a users node reaches, and who reaches a device, zone or network. */

import { button, element } from '../../kit/dom.js';
import { combobox } from '../../kit/forms/combobox.js';
import { fixed, line, section, shaped } from '../../kit/forms/form.js';
import { reference } from './reference.js';
import { countUsers } from '../../model/diagram.js';
import { kindOf } from '../../model/items.js';
import { explainReach, findReached, findReachedBy, reachesAll } from '../../model/access.js';
import { fullLabel, nameOf, titleOf } from '../../model/names.js';
import { giveAccess, giveAccessToAll, withdrawAccess } from '../../model/commands/access.js';
import { mayGiveAccess } from '../../model/rules.js';
import { OTHER_KINDS } from '../../model/kinds.js';
import { mayBeWatched } from '../../model/copying/view-only.js';
import { number, plural, t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../kit/forms/fields.js').Field} Field */

/** For so many groups there is a button at a device; for others there is its menu. */
const MOST_WATCHERS = 4;

/**
 * Return the section on what the users node *id* reaches.
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field}
 */
export function reachSection(editor, id) {
  const { model, stack } = editor;
  const all = button({
    label: t('Give access to all'),
    title: t('Let them reach every device again'),
    classes: 'button-quiet button-small',
    onClick: () => stack.execute(giveAccessToAll(model, id)),
  });
  const summary = line(() => {
    all.hidden = reachesAll(model, id);
    const devices = countDevices(editor, id);
    if (all.hidden && devices === 0) return t('All devices. There are none yet.');
    if (all.hidden && ownsPods(editor, id)) return t('Of their pods each their own copy, and all other devices ({count}). Name one to narrow it down.', { count: number(devices) });
    if (all.hidden) return t('All devices ({count}). Name one to narrow it down.', { count: number(devices) });
    return plural('Exactly these: {count} device for each person.', 'Exactly these: {count} devices for each person.', devices);
  });
  const list = shaped(
    () => edgesOf(editor, id).map((edge) => `${edge.target} ${labelOf(editor, edge.target)}`).join('\n'),
    () => edgesOf(editor, id).map((edge) => referenceField(editor, edge.target, { withdraw: () => withdrawAccess(model, id, [edge.target]) })),
    'references',
  );
  const give = combobox({
    label: t('Give access to'),
    name: 'access.add',
    placeholder: t('Give access to …'),
    choices: () => targetsFor(editor, id),
    onChoose: (target) => stack.execute(giveAccess(model, editor.newId, id, [target])),
  });
  return section(t('Reaches'), [summary, list, whileAny(give, () => targetsFor(editor, id))], { actions: [all] });
}

/**
 * Return the section on who reaches the device, zone or network *id*.
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field}
 */
export function reachedBySection(editor, id) {
  const { model, stack } = editor;
  const isNamed = (/** @type {string} */ users) => model.accessOf(id).some((edge) => edge.users === users);
  const everyone = () => usersAt(editor, id);
  const summary = line(() => (everyone().length === 0 ? nobody(editor) : ''));
  const list = shaped(
    () => everyone().map((users) => [users, isNamed(users), explainReach(editor.model, users, id), labelOf(editor, users)].join(' ')).join('\n'),
    () => everyone().map((users) => isNamed(users)
      ? referenceField(editor, users, { withdraw: () => withdrawAccess(model, users, [id]) })
      : referenceField(editor, users, { why: explainReach(editor.model, users, id) })),
    'references',
  );
  const give = combobox({
    label: t('Give access to these users'),
    name: 'access.add',
    placeholder: t('Give access to …'),
    choices: () => usersFor(editor, id),
    onChoose: (users) => stack.execute(giveAccess(model, editor.newId, users, [id])),
  });
  return section(t('Reached by'), [summary, list, whileAny(give, () => usersFor(editor, id)), watchers(editor, id)]);
}

/**
 * Return a button for each of the first groups, by which they get a view-only copy of the device *id*; none where all see
 * the same already, or each would have a session of their own.
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field}
 */
function watchers(editor, id) {
  const { model } = editor;
  const groups = () => {
    const all = [...model.nodes.values()].filter((node) => node.type === 'users');
    return all.length > 1 && mayBeWatched(model.nodes.get(id)) ? all.slice(0, MOST_WATCHERS) : [];
  };
  return shaped(
    () => groups().map((users) => `${users.id} ${nameOf(model, users.id)}`).join('\n'),
    () => groups().map((users) => fixed(button({
      icon: 'eye',
      label: t('View-only copy for {name}', { name: nameOf(model, users.id) }),
      classes: 'button-small',
      onClick: () => editor.ask('addViewOnlyFor', id, users.id),
    }))),
    'toolbar',
  );
}

/**
 * Return *field* as one that is there only while there is something to choose in it.
 * @param {HTMLElement} field
 * @param {() => readonly unknown[]} choices
 * @returns {Field}
 */
function whileAny(field, choices) {
  const update = () => {
    field.hidden = choices().length === 0 && !field.contains(document.activeElement);
  };
  update();
  return { element: field, update };
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @param {{ why?: string, withdraw?: () => import('../../model/changes.js').Command }} options Without `withdraw`,
 *   this access comes from elsewhere, and `why` says from where.
 * @returns {Field}
 */
function referenceField(editor, id, { why = '', withdraw }) {
  const remove = withdraw && button({
    icon: 'close',
    title: t('Take access to {name} away', { name: nameOf(editor.model, id) }),
    classes: 'button-quiet button-small',
    onClick: () => editor.stack.execute(withdraw()),
  });
  return { element: element('ul', {}, reference(editor, id, why, remove)), update: () => {} };
}

/**
 * @param {Editor} editor
 * @param {string} users
 */
function ownsPods({ model }, users) {
  return [...model.zones.values()].some((zone) => zone.pod === users);
}

/**
 * @param {Editor} editor
 * @param {string} id
 */
function edgesOf({ model }, id) {
  return model.accessOf(id).filter((edge) => edge.users === id);
}

/**
 * @param {Editor} editor
 * @param {string} id
 */
function labelOf({ model }, id) {
  const item = model.placed(id);
  return item ? `${kindOf(item)} ${fullLabel(item)}` : '';
}

/**
 * Return how many devices one of the users node *users* reaches: of the pods of others, every copy.
 * @param {Editor} editor
 * @param {string} users
 */
function countDevices({ model }, users) {
  let sum = 0;
  for (const id of findReached(model, users)) {
    const device = model.nodes.get(id);
    const owners = model.zonesAround(id).map((zone) => zone.pod).filter((pod) => pod !== null && pod !== users);
    if (device?.type === 'device') sum += owners.reduce((count, owner) => count * countOf(model, owner), device.count);
  }
  return sum;
}

/**
 * @param {import('../../model/diagram-model.js').DiagramModel} model
 * @param {string | null} id
 */
function countOf(model, id) {
  const users = model.nodes.get(id ?? '');
  return users?.type === 'users' ? countUsers(users) : 1;
}

/**
 * Return the users nodes that reach the device *id*, or all that is in the zone or at the network *id*.
 * @param {Editor} editor
 * @param {string} id
 */
function usersAt({ model }, id) {
  if (model.nodes.get(id)?.type === 'device') return [...findReachedBy(model, id)];
  const around = [id, ...model.zonesAround(id).map((zone) => zone.id)];
  const owners = around.map((each) => model.zones.get(each)?.pod);
  const named = new Set([...around.flatMap((each) => model.accessOf(each).map((edge) => edge.users)), ...owners]);
  const groups = [...model.nodes.values()].filter((node) => node.type === 'users').map((node) => node.id);
  return groups.filter((group) => named.has(group) || reachesAll(model, group));
}

/** @param {Editor} editor */
function nobody({ model }) {
  const hasUsers = [...model.nodes.values()].some((node) => node.type === 'users');
  return hasUsers ? t('Nobody.') : t('Nobody yet. Add users, then say what they reach.');
}

/**
 * @param {Editor} editor
 * @param {string} id
 */
function targetsFor({ model }, id) {
  return [...model.zones.values(), ...model.nodes.values()]
    .filter((item) => mayGiveAccess(model, id, item.id) === true)
    .map((item) => ({ value: item.id, label: fullLabel(item) || nameOf(model, item.id), detail: titleOf(item) }));
}

/**
 * @param {Editor} editor
 * @param {string} id
 */
function usersFor({ model }, id) {
  return [...model.nodes.values()]
    .filter((node) => node.type === 'users' && mayGiveAccess(model, node.id, id) === true)
    .map((node) => ({ value: node.id, label: fullLabel(node), detail: OTHER_KINDS.users.title }));
}
