/** Actions on how cables look and run: of those that are selected, and of the whole diagram. */

import { addBend, runCables, setCableStyle, unbendCables } from '../../model/commands/cable-style.js';
import { MOST_BENDS } from '../../model/geometry/bends.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../actions.js').Action} Action */
/** @typedef {import('../../model/commands/cable-style.js').CableStyle} CableStyle */
/** @typedef {import('../../model/diagram.js').CableRoute} CableRoute */

/** @type {readonly Action[]} */
export const CABLES = [
  running('straight', t('All cables: straight')),
  running('orthogonal', t('All cables: in right angles')),
  running('curved', t('All cables: in curves')),
  styling('cable-straight', t('Cable: straight'), { route: 'straight' }),
  styling('cable-orthogonal', t('Cable: in right angles'), { route: 'orthogonal' }),
  styling('cable-curved', t('Cable: in curves'), { route: 'curved' }),
  styling('cable-usual-way', t('Cable: run as the diagram says'), { route: null }),
  styling('cable-thin', t('Cable: thin'), { width: 'thin' }),
  styling('cable-normal', t('Cable: of normal width'), { width: null }),
  styling('cable-thick', t('Cable: thick'), { width: 'thick' }),
  styling('cable-heavy', t('Cable: very thick'), { width: 'heavy' }),
  styling('cable-solid', t('Cable: solid'), { dash: null }),
  styling('cable-dashed', t('Cable: dashed'), { dash: 'dashed' }),
  styling('cable-dotted', t('Cable: dotted'), { dash: 'dotted' }),
  {
    name: 'add-bend', label: t('Add a bend'), words: 'cable waypoint corner route keyboard', menus: { selection: 26, outline: 26 },
    isEnabled: ({ model, selection }) => mayBend(model, selection.only ?? ''),
    run: ({ model, selection, stack }) => stack.execute(addBend(model, selection.only ?? '')),
  },
  {
    name: 'unbend', label: t('Take the bends out'), words: 'cable straighten reset route', menus: { selection: 27, outline: 27 },
    isEnabled: (editor) => cables(editor).some((id) => editor.model.links.get(id)?.bends?.length),
    run: (editor) => editor.stack.execute(unbendCables(editor.model, cables(editor))),
  },
];

/**
 * Return the action that lets all cables run as *route* says.
 * @param {CableRoute} route
 * @param {string} label
 * @returns {Action}
 */
function running(route, label) {
  return {
    name: `cables-${route}`, label, words: 'links lines route style routing',
    isEnabled: ({ model }) => model.links.size > 0 && (model.settings.cables ?? 'straight') !== route,
    run: ({ model, stack }) => stack.execute(runCables(model, route)),
  };
}

/**
 * Return the action that gives the cables that are selected the style *style*.
 * @param {string} name
 * @param {string} label
 * @param {CableStyle} style
 * @returns {Action}
 */
function styling(name, label, style) {
  return {
    name, label, words: 'link line style look width dashes route',
    isEnabled: (editor) => cables(editor).length > 0,
    run: (editor) => editor.stack.execute(setCableStyle(editor.model, cables(editor), style)),
  };
}

/**
 * Return whether the cable *id* may have another bend.
 * @param {Editor['model']} model
 * @param {string} id
 */
function mayBend(model, id) {
  const link = model.links.get(id);
  return link !== undefined && (link.bends?.length ?? 0) < MOST_BENDS;
}

/** @param {Editor} editor */
function cables({ model, selection }) {
  return [...selection.ids].filter((id) => model.links.has(id));
}
