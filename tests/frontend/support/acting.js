/** An editor on which actions are done, as keys and menus do them: its clipboard only remembers. */

import { Actions } from '../../../frontend/static/js/actions/actions.js';
import { ACTIONS } from '../../../frontend/static/js/actions/table.js';
import { lineUp } from '../../../frontend/static/js/features/tidy/line-up.js';
import { TabNavigation } from '../../../frontend/static/js/gestures/tab-navigation.js';
import { Toolbox } from '../../../frontend/static/js/gestures/tools/toolbox.js';
import { classroomEditor } from './editor.js';

/** The parts of the editor, its actions, what was asked of its panels (`heard`) and of its clipboard (`done`), and what was told. */
export function actingEditor() {
  const { editor, heard, announced } = classroomEditor();
  const done = /** @type {string[]} */ ([]);
  editor.clipboard = /** @type {any} */ ({
    isFilled: true,
    copy: () => done.push('copy'),
    cut: () => done.push('cut'),
    paste: () => done.push('paste'),
    duplicate: () => done.push('duplicate'),
  });
  editor.tidy = { run: async () => {}, lineUp: async (way) => lineUp(editor, way) };
  const toolbox = new Toolbox(editor);
  Object.assign(editor.canvas, { toolbox, navigation: new TabNavigation(editor) });
  const actions = new Actions(editor, ACTIONS);
  const run = (/** @type {string} */ name) => actions.run(name);
  const isEnabled = (/** @type {string} */ name) => actions.isEnabled(actions.get(name));
  return { ...editor, heard, announced, done, toolbox, actions, run, isEnabled };
}
