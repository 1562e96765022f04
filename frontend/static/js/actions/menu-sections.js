/** The headings of long menus: what the sections of a menu, ten places each, are called. */

import { t } from '../util/text.js';

/** @typedef {import('./actions.js').MenuName} MenuName */

/** The longest menu that needs no headings. */
export const LONGEST_PLAIN_MENU = 12;

const ON_ITEMS = { 1: t('This'), 2: t('Connect and reach'), 3: t('Arrange') };

/** @type {Readonly<Partial<Record<MenuName, Readonly<Record<number, string>>>>>} By menu and section; one without a heading has a line. */
export const SECTION_TITLES = {
  main: { 1: t('Diagrams and account'), 2: t('Versions'), 3: t('Into this diagram'), 4: t('Files and pictures of it'), 5: t('For other systems'), 6: t('Find, show and help') },
  export: { 1: t('Files and pictures of it'), 2: t('For other systems') },
  selection: ON_ITEMS,
  outline: ON_ITEMS,
  tidy: { 1: t('Tidy up'), 2: t('Align'), 3: t('Distribute'), 4: t('Place and size') },
};
