/** Parts of the inspector that few need and that come with the first thing on the drawing. */

import { line, shaped } from '../../kit/forms/form.js';

/** @typedef {import('../../gestures/desk.js').Desk} Desk */
/** @typedef {import('../../kit/forms/fields.js').Field} Field */

/**
 * Return the part that *build* makes of what comes later, once it has come.
 * @param {Desk} desk
 * @param {(further: NonNullable<Desk['further']>) => Field[]} build
 * @param {string} [look]
 * @returns {Field}
 */
export function later(desk, build, look) {
  const shape = () => String(desk.further === null);
  return shaped(shape, () => (desk.further ? build(desk.further) : [line(() => 'Loading …')]), look);
}
