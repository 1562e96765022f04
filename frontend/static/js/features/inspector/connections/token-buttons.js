/** Buttons below a field that insert a Guacamole token which makes sense there. */

import { button, element } from '../../../kit/dom.js';
import { t } from '../../../util/text.js';

/** @typedef {import('../../../kit/forms/fields.js').Field} Field */

/**
 * Return *field* with what the catalogue offers under it, while there is no token in it. A secret is all token or none.
 * @param {Field} field
 * @param {() => import('../../../server/catalogue.js').ParameterSpec | undefined} find Returns what the catalogue says, once it has come.
 * @returns {Field}
 */
export function withTokenButtons(field, find) {
  const input = /** @type {HTMLInputElement} */ (field.element.querySelector('[name]'));
  const box = element('div', { class: 'offers' });
  (input.closest('.field-box') ?? input).after(box);
  const put = (/** @type {string} */ offer) => {
    const isStandard = input.value === find()?.default;
    input.focus();
    input.setRangeText(offer, isStandard ? 0 : input.selectionStart ?? 0, isStandard ? input.value.length : input.selectionEnd ?? 0, 'end');
    input.dispatchEvent(new Event('input'));
  };
  const update = () => {
    field.update();
    const { offers, secret } = find() ?? { offers: [], secret: false };
    if (box.childElementCount !== offers.length) {
      box.replaceChildren(...offers.map((offer) => button({ label: offer, title: t('Put this in'), classes: 'button-small offer', onClick: () => put(offer) })));
    }
    box.hidden = offers.length === 0 || input.value.includes('${') || (secret && input.value !== '');
  };
  return { element: field.element, update };
}
