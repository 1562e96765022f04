/** The field that edits a roster as text. Passwords in it are hidden until somebody asks to see them. */

import { veiledField } from '../../../kit/forms/veiled-field.js';
import { parseRoster, renderRoster } from './roster.js';
import { isDeepEqual } from '../../../util/deep-equal.js';
import { t } from '../../../util/text.js';

/** @typedef {import('../../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../../model/diagram.js').RosterEntry} RosterEntry */

const MASK = '••••••••';

/**
 * @param {{ read: () => readonly RosterEntry[], write: (text: string) => void }} binding
 * @returns {Field}
 */
export function rosterField({ read, write }) {
  const field = veiledField({
    label: t('User names, one a line'),
    name: 'roster',
    hint: t('A comma and a password behind a name give that person a password of their own; md5: or sha256: and a hash one that is known only so, and stands in no list.'),
    rows: 6,
    read: () => (isBegun() ? input.value : renderRoster(read())),
    write,
    hide: () => renderRoster(read(), MASK),
    eye: t('Show the passwords in this list'),
    way: t('To change this list, show its passwords.'),
  });
  const input = /** @type {HTMLTextAreaElement} */ (field.element.querySelector('textarea'));
  // A comma or a line that has just been begun says nothing yet, and stays.
  const isBegun = () => input === document.activeElement && !input.readOnly && isDeepEqual(parseRoster(input.value, read()), read());
  return field;
}
