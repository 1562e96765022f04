/**
 * The field that edits a roster as text. Passwords in it are dots until somebody asks to see them, and the list can be edited
 * all the same. A table that is pasted, or a file that is dropped, is shown in a dialog first.
 */

import { element } from '../../../kit/dom.js';
import { addRevealButton, linesField } from '../../../kit/forms/fields.js';
import { isTable, MASK, parseRoster, renderRoster } from './roster.js';
import { renderPassword } from '../../../model/roster/known-hash.js';
import { isDeepEqual } from '../../../util/deep-equal.js';
import { t } from '../../../util/text.js';

/** @typedef {import('../../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../../model/diagram.js').RosterEntry} RosterEntry */

/**
 * @typedef {object} RosterBinding
 * @property {() => readonly RosterEntry[]} read
 * @property {(roster: RosterEntry[]) => void} write
 * @property {(list: string | File) => void} onList Shows a table that was pasted or dropped.
 */

/**
 * @param {RosterBinding} binding
 * @returns {Field}
 */
export function rosterField({ read, write, onList }) {
  let isShown = false;
  /** @type {Map<string, string | null>} Passwords that stood here: who cuts a line and pastes it back loses none. */
  const passwords = new Map();
  const parse = () => parseRoster(input.value, read(), passwords);
  // A comma or a line that has just been begun says nothing yet, and stays.
  const isBegun = () => input === document.activeElement && isDeepEqual(parse(), read());
  const render = () => renderRoster(read(), isShown ? undefined : MASK);
  const field = linesField({
    label: t('User names, one a line'),
    name: 'roster',
    hint: t('A comma and a password behind a name give that person a password of their own; md5: or sha256: and a hash one that is known only so, and stands in no list.'),
    rows: 6,
    isMono: true,
    read: () => (isBegun() ? input.value : render()),
    write: () => write(parse()),
  });
  const input = /** @type {HTMLTextAreaElement} */ (field.element.querySelector('textarea'));
  const update = () => {
    for (const entry of read()) passwords.set(entry.username, renderPassword(entry));
    eye.hidden = read().every(({ password }) => password === null);
    field.update();
  };
  const eye = addRevealButton(input, element('div'), t('Show the passwords in this list'), (isHidden) => {
    isShown = !isHidden;
    input.value = render();
  });
  input.addEventListener('blur', update);
  showLists(input, onList);
  return { element: field.element, update };
}

/**
 * Give tables that are pasted into *input* and files that are dropped on it to *onList*, in place of their text.
 * @param {HTMLTextAreaElement} input
 * @param {RosterBinding['onList']} onList
 */
function showLists(input, onList) {
  input.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!isTable(text)) return;
    event.preventDefault();
    onList(text);
  });
  input.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    onList(file);
  });
}
