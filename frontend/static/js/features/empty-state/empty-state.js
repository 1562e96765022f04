/** The message on an empty canvas: the three steps to a file, an example, an import and the tour. */

import { button, byId, element } from '../../kit/dom.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */

const STEPS = [
  [t('Add {devices}. For 11 alike, type the count and the first address.'), t('devices')],
  [t('Add {users}, for example 8 students. They reach every device.'), t('users')],
  [t('Narrow that down under {access}, then download the file.'), t('Access')],
];

/**
 * Show the steps as long as nothing is on the drawing.
 * @param {Editor} editor
 */
export function connectEmptyState({ actions, host, model, stack, tour }) {
  const root = byId('empty');
  const steps = STEPS.map(([sentence, strong]) => {
    const [before, after] = sentence.split(/\{\w+\}/);
    return element('li', {}, element('span', {}, before, element('strong', {}, strong), after));
  });
  const invitation = button({ label: t('Show me around'), classes: 'button-quiet button-small', onClick: async () => {
    await tour.start();
    show();
  } });
  root.append(
    element('h2', {}, t('Draw your lab, map your users')),
    element('ol', { class: 'steps' }, ...steps),
    element('div', { class: 'toolbar' },
      button({ label: t('Start from an example'), icon: 'sample', onClick: () => actions.run('example') }),
      button({ label: t('Import a lab file'), icon: 'import', onClick: () => actions.run('import') })),
    invitation,
  );
  const show = () => {
    root.hidden = !model.isEmpty;
    invitation.hidden = tour.isDone;
    if (root.hidden && root.contains(document.activeElement)) host.focus({ preventScroll: true });
  };
  stack.addEventListener('changed', show);
  show();
}
