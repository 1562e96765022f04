import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ESLint } from 'eslint';

const root = new URL('../../', import.meta.url);
const eslint = new ESLint({ cwd: decodeURIComponent(root.pathname) });

/**
 * Return the rules that *code* breaks when it stands in *path* of the editor's sources.
 * @param {string} path
 * @param {string} code
 */
async function brokenRules(path, code) {
  const results = await eslint.lintText(code, { filePath: `frontend/static/js/${path}` });
  return results.flatMap((result) => result.messages.map((message) => message.ruleId));
}

const REFUSED = [
  ['the model importing the view', 'model/x.js', "import '../view/canvas.js';\n", 'no-restricted-imports'],
  ['a command importing a feature', 'model/commands/x.js', "import '../../features/outline/outline.js';\n", 'no-restricted-imports'],
  ['the view importing a gesture', 'view/x.js', "import '../gestures/hand.js';\n", 'no-restricted-imports'],
  ['the kit importing the server', 'kit/x.js', "import '../server/client.js';\n", 'no-restricted-imports'],
  ['a gesture importing the editor', 'gestures/x.js', "import '../editor.js';\n", 'no-restricted-imports'],
  ['a feature importing another', 'features/history/x.js', "import '../saving/autosave.js';\n", 'no-restricted-imports'],
  ['a part of a feature importing another', 'features/inspector/people/x.js', "import '../../saving/autosave.js';\n", 'no-restricted-imports'],
  ['a feature importing the editor', 'features/history/x.js', "import '../../editor.js';\n", 'no-restricted-imports'],
  ['the editor importing main', 'editor.js', "import './main.js';\n", 'no-restricted-imports'],
  ['main importing the view', 'main.js', "import './view/canvas.js';\n", 'no-restricted-imports'],
  ['a folder that the table does not name', 'misc/x.js', "import './y.js';\n", 'no-restricted-imports'],
  ['a package', 'view/x.js', "import 'konva';\n", 'no-restricted-imports'],
  ['an import without .js', 'view/x.js', "import './canvas';\n", 'no-restricted-imports'],
  ['a dynamic import', 'view/x.js', "export const load = () => import('./canvas.js');\n", 'no-restricted-syntax'],
  ['a template in a template of a feature', 'features/history/x.js', "export const x = (y) => `a${y ? ` b ${y}` : ''}`;\n", 'no-restricted-syntax'],
  ['a template in a template', 'view/x.js', "export const x = (y) => `a${y ? ` b ${y}` : ''}`;\n", 'no-restricted-syntax'],
  ['passing on everything', 'view/x.js', "export * from './y.js';\n", 'no-restricted-syntax'],
  ['exporting at the end', 'view/x.js', 'const x = 1;\nexport { x };\n', 'no-restricted-syntax'],
  ['exporting what changes', 'view/x.js', 'export let x = 1;\nx += 1;\n', 'no-restricted-syntax'],
  ['exporting two constants in one', 'view/x.js', 'export const x = 1, y = 2;\n', 'no-restricted-syntax'],
  ['exporting parts of an object', 'view/x.js', 'export const { x } = { x: 1 };\n', 'no-restricted-syntax'],
  ['a late import of a path that is made up', 'features/history/x.js', 'export const load = (path) => import(path);\n', 'no-restricted-syntax'],
  ['a module that waits', 'view/x.js', 'await Promise.resolve();\n', 'no-restricted-syntax'],
  ['an import in the middle', 'view/x.js', "export const x = 1;\nimport './y.js';\n", 'no-restricted-syntax'],
  ['the names of modules', 'view/x.js', 'export const x = ($1) => $1;\n', 'no-restricted-syntax', 'no-restricted-syntax'],
  ['a default export', 'view/x.js', 'export default 1;\n', 'no-restricted-exports'],
  ['the DOM in the model', 'model/x.js', 'export const width = window.innerWidth;\n', 'no-undef'],
  ['the DOM in util', 'util/x.js', 'export const body = document.body;\n', 'no-undef'],
  ['the clock in the model', 'model/x.js', 'export const now = Date.now();\n', 'no-restricted-globals'],
  ['chance in the model', 'model/x.js', 'export const id = Math.random();\n', 'no-restricted-properties'],
  ['a sentence that is not in the call', 'features/history/x.js', "import { t } from '../../util/text.js';\nexport const y = (x) => t(x);\n", 'no-restricted-syntax'],
  ['a sentence made of pieces', 'view/x.js', "import { t } from '../util/text.js';\nexport const y = (x) => t(`Add ${x}`);\n", 'no-restricted-syntax'],
  ['a label that nobody could translate', 'kit/x.js', "export const y = { label: 'Add a device' };\n", 'no-restricted-syntax'],
  ['a title that nobody could translate', 'features/history/x.js', 'export const y = (x) => ({ title: `Restore ${x}` });\n', 'no-restricted-syntax'],
  ['a file of 301 lines', 'view/x.js', '// line\n'.repeat(301), 'max-lines'],
];

for (const [what, path, code, ...rules] of REFUSED) {
  test(`the lint refuses ${what}`, async () => {
    assert.deepEqual(await brokenRules(path, code), rules);
  });
}

const ALLOWED = [
  ['the view importing the model', 'view/x.js', "import '../model/diagram.js';\n"],
  ['a command importing util', 'model/commands/x.js', "import '../../util/geometry.js';\nimport '../diagram.js';\n"],
  ['the editor importing every part', 'editor.js', "import './gestures/hand.js';\nimport './features/saving/saving.js';\n"],
  ['a feature loading a part of it late', 'features/history/x.js', "export const load = () => import('./history-dialog.js');\n"],
  ['a part of a feature importing the rest of it', 'features/inspector/people/x.js', "import '../form.js';\nimport '../../../kit/dom.js';\n"],
  ['a sentence in its call', 'kit/x.js', "import { t } from '../util/text.js';\nexport const y = (x) => ({ label: t('Add {x}', { x }) });\n"],
  ['main importing the editor', 'main.js', "import './editor.js';\n"],
];

for (const [what, path, code] of ALLOWED) {
  test(`the lint allows ${what}`, async () => {
    assert.deepEqual(await brokenRules(path, code), []);
  });
}
