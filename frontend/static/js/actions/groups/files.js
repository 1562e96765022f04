/** Actions about the diagram as a whole: saving, its history, files in and out. */

import { t } from '../../util/text.js';

/** @typedef {import('../actions.js').Action} Action */

/** @type {readonly Action[]} */
export const FILES = [
  {
    name: 'save', label: t('Save'), words: 'now store', group: 'Editor', keys: ['Ctrl+S'], scope: 'everywhere',
    run: ({ autosave, history }) => {
      autosave.saveNow();
      void history.save();
    },
  },
  {
    name: 'save-named', label: t('Save a named version'), icon: 'bookmark', words: 'keep', menus: { main: 21 },
    run: ({ history }) => void history.saveVersion(),
  },
  {
    name: 'export-picture', label: t('Export a picture'), icon: 'picture', words: 'png svg image', group: 'Editor', keys: ['Ctrl+Shift+E'], scope: 'everywhere',
    menus: { main: 45, export: 13 },
    run: ({ pictures }) => void pictures.exportPicture(),
  },
  {
    name: 'print', label: t('Print, or save as PDF'), icon: 'print', words: 'paper picture', group: 'Editor', keys: ['Ctrl+P'], scope: 'everywhere',
    menus: { main: 46, export: 14 },
    run: ({ pictures }) => void pictures.print(),
  },
  {
    name: 'copy-png', label: t('Copy as a picture (PNG)'), icon: 'copy', words: 'clipboard image', group: 'Edit', keys: ['Alt+Shift+C'],
    menus: { export: 15 },
    run: ({ pictures }) => void pictures.copy('png'),
  },
  {
    name: 'copy-svg', label: t('Copy as a picture (SVG)'), words: 'clipboard image vector',
    run: ({ pictures }) => void pictures.copy('svg'),
  },
  {
    name: 'history', label: t('History'), icon: 'history', words: 'versions revisions', menus: { main: 20 },
    run: ({ history }) => void history.show(),
  },
  {
    name: 'unsaved-work', label: t('Work kept in this browser'), icon: 'draft', words: 'drafts', menus: { main: 22 },
    run: ({ unsavedWork }) => void unsavedWork.show(),
  },
  {
    name: 'download', label: t('Download user-mapping.xml'), icon: 'download',
    run: ({ importExport }) => void importExport.download(),
  },
  {
    name: 'hand-out', label: t('Hand out'), icon: 'slips', words: 'slips print class passwords students cards qr instructor mail moodle',
    menus: { main: 40 }, run: ({ importExport }) => void importExport.handOut(),
  },
  {
    name: 'import', label: t('Import a file'), icon: 'import', menus: { main: 31 },
    run: ({ importExport }) => importExport.chooseFile(),
  },
  {
    name: 'update', label: t('Update from a file'), icon: 'update', menus: { main: 31.5 },
    run: ({ importExport }) => void importExport.update(),
  },
  {
    name: 'example', label: t('Start from an example'), icon: 'sample', menus: { main: 30, 'empty-canvas': 12 },
    run: ({ examples }) => void examples.choose(),
  },
];
