/** The dialog with all templates of the library, and the ways of a library in and out. */

import { button, element } from '../../kit/dom.js';
import { showDialog } from '../../kit/dialogs/dialog.js';
import { thumbnail } from '../../kit/thumbnail.js';
import { drawTemplate } from '../../model/copying/template.js';
import { list as enumerate, plural, t } from '../../util/text.js';

/** @typedef {import('../../model/copying/template.js').Template} Template */

/**
 * @typedef {object} Shelf Where templates are, and what can be done with them.
 * @property {() => Template[]} list
 * @property {(template: Template) => void} insert
 * @property {(template: Template) => void} drop
 * @property {(template: Template) => void} restore
 * @property {() => void} give Downloads the library.
 * @property {(file: File) => Promise<string>} take Takes in a file, and returns what came of it.
 */

/**
 * Show what is on *shelf*.
 * @param {Shelf} shelf
 */
export function showLibrary(shelf) {
  const rows = element('ul', { class: 'kept' });
  const told = element('p', { class: 'muted', role: 'status' });
  const file = element('input', { type: 'file', hidden: true, accept: '.json,application/json', 'aria-label': t('Library to import') });
  const give = button({ label: t('Export the library'), classes: 'button-small', icon: 'export', onClick: shelf.give });
  const fill = () => {
    const templates = shelf.list();
    give.hidden = templates.length === 0;
    rows.replaceChildren(...templates.map((template) => row(template, shelf, () => dialog.close())));
    if (templates.length === 0) rows.append(element('li', { class: 'muted' }, t('Nothing is kept yet. Select devices or a zone, and choose "Keep as a template" in their menu.')));
  };
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    file.value = '';
    if (!chosen) return;
    told.textContent = t('Reading …');
    void shelf.take(chosen).then((text) => {
      told.textContent = text;
      fill();
    });
  });
  const dialog = showDialog({
    title: t('Templates'),
    content: [
      element('p', { class: 'muted' }, t('Parts of drawings that you use again. They are kept in this browser; a file takes them elsewhere.')),
      rows,
      told,
      element('div', { class: 'toolbar' }, button({ label: t('Import a library'), classes: 'button-small', icon: 'import', onClick: () => file.click() }), give, file),
    ],
  });
  fill();
}

/**
 * Return what is in *template*, in words.
 * @param {Template} template
 * @returns {string}
 */
export function describeTemplate({ parts: { nodes, zones, links, access } }) {
  const counts = [
    plural('{count} node', '{count} nodes', nodes.length),
    ...(zones.length > 0 ? [plural('{count} zone', '{count} zones', zones.length)] : []),
    ...(links.length > 0 ? [plural('{count} cable', '{count} cables', links.length)] : []),
    ...(access.length > 0 ? [plural('{count} access edge', '{count} access edges', access.length)] : []),
  ];
  return enumerate(counts);
}

/**
 * @param {Template} template
 * @param {Shelf} shelf
 * @param {() => void} close
 */
function row(template, shelf, close) {
  const { name } = template;
  const actions = element('div', { class: 'kept-actions' });
  const insert = () => {
    close();
    shelf.insert(template);
  };
  const show = (/** @type {boolean} */ isThere) => actions.replaceChildren(...(isThere
    ? [
      button({ label: t('Insert'), classes: 'button-small', title: t('Insert {name}', { name }), onClick: insert }),
      button({ label: t('Forget'), classes: 'button-small button-quiet', title: t('Forget {name}', { name }), onClick: () => {
        shelf.drop(template);
        show(false);
      } }),
    ]
    : [element('span', { class: 'muted' }, t('Forgotten.')), button({ label: t('Undo'), classes: 'button-small', onClick: () => {
      shelf.restore(template);
      show(true);
    } })]));
  show(true);
  return element('li', { class: 'kept-row' },
    thumbnail(drawTemplate(template)),
    element('div', {}, element('strong', {}, name), element('p', { class: 'muted' }, describeTemplate(template))),
    actions);
}
