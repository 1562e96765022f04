/** The menu with the presets of a device: apply one, save the present connections as one, delete one. */

import { button } from '../../../kit/dom.js';
import { attachMenu } from '../../../kit/menu.js';
import { applyPreset, dropPreset, keepPreset, makePreset, presetsFor } from './presets.js';
import { updateItems } from '../../../model/commands/update.js';
import { isDevice } from '../../../model/items.js';
import { KINDS } from '../../../model/kinds.js';
import { nameOf } from '../../../model/names.js';
import { list, t } from '../../../util/text.js';

/** @typedef {import('../../../context.js').Editor} Editor */
/** @typedef {import('../../../kit/menu.js').MenuEntry} MenuEntry */
/** @typedef {import('../../../model/diagram.js').Device} Device */

/**
 * @param {Editor} editor
 * @param {string} id
 * @returns {HTMLElement}
 */
export function presetButton(editor, id) {
  const opener = button({ label: t('Presets'), classes: 'button-small', onClick: () => {} });
  opener.setAttribute('aria-haspopup', 'menu');
  opener.setAttribute('aria-expanded', 'false');
  attachMenu(opener, () => {
    const device = editor.model.item(id);
    return isDevice(device) ? entriesFor(editor, device) : [];
  });
  return opener;
}

/**
 * @param {Editor} editor
 * @param {Device} device
 * @returns {MenuEntry[]}
 */
function entriesFor({ lazy, model, stack, storage, catalogue }, device) {
  const presets = presetsFor(storage, device.kind);
  const apply = presets.map((preset) => ({
    label: preset.name,
    icon: 'check',
    run: () => {
      const connections = applyPreset(preset, device, catalogue);
      stack.execute(updateItems(model, [device.id], { connections }, { label: t("Apply '{preset}' to {name}", { preset: preset.name, name: nameOf(model, device.id) }) }));
    },
  }));
  const forget = presets.map((preset) => ({ label: t("Forget '{preset}'", { preset: preset.name }), icon: 'trash', run: () => dropPreset(storage, preset) }));
  const keep = {
    label: t('Keep these connections as a preset …'),
    icon: 'plus',
    isDisabled: device.connections.length === 0,
    run: lazy(() => import('../../../kit/dialogs/text-dialog.js'), ({ askForText }) => askForText({
      title: t('Keep a preset'),
      label: t('Name of the preset'),
      value: suggestName(device, catalogue),
      hint: t('It is kept in this browser, without hosts, passwords and keys.'),
      verb: t('Keep'),
      onText: (name) => keepPreset(storage, makePreset(name, device, catalogue)),
    }), { isTypedIn: true }),
  };
  return [...apply, ...(apply.length > 0 ? [null] : []), keep, ...forget];
}

/**
 * @param {Device} device
 * @param {Editor['catalogue']} catalogue
 */
function suggestName({ kind, connections }, catalogue) {
  const protocols = new Set(connections.map(({ protocol }) => catalogue[protocol]?.title ?? protocol));
  return `${KINDS[kind].title}, ${list([...protocols])}`;
}
