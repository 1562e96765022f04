/** Actions that go to other pages, and log out. */

import { t } from '../../util/text.js';

/** @typedef {import('../actions.js').Action} Action */

/** @type {readonly Action[]} */
export const PAGES = [
  { name: 'new', label: t('New diagram'), icon: 'file-new', menus: { main: 10 }, href: ({ urls }) => urls.new },
  { name: 'diagrams', label: t('My diagrams'), icon: 'folder', menus: { main: 11 }, href: ({ urls }) => urls.diagrams },
  { name: 'convert', label: t('Convert a file'), icon: 'convert', isUnlisted: true, menus: { main: 12 }, href: ({ urls }) => urls.convert },
  {
    name: 'account', label: t('Account'), short: ({ username }) => t('Account of {name}', { name: username ?? '' }), icon: 'person', isUnlisted: true, menus: { main: 13 },
    isOffered: ({ username }) => username !== null,
    href: ({ urls }) => urls.account,
  },
  {
    name: 'log-out', label: t('Log out'), icon: 'log-out', isUnlisted: true, menus: { main: 14 },
    isOffered: ({ username }) => username !== null,
    run: ({ menus }) => void menus.logOut(),
  },
  {
    name: 'log-in', label: t('Log in'), icon: 'log-in', isUnlisted: true, menus: { main: 13 },
    isOffered: ({ username }) => username === null,
    href: ({ urls }) => urls.login,
  },
  {
    name: 'register', label: t('Register'), icon: 'person-new', isUnlisted: true, menus: { main: 14 },
    isOffered: ({ username }) => username === null,
    href: ({ urls }) => urls.register,
  },
];
