import js from '@eslint/js';
import globals from 'globals';

const SOURCES = 'frontend/static/js';

/**
 * Which parts of the editor a part may import besides itself. The arrows point one way.
 * @type {Record<string, string[]>}
 */
const MAY_IMPORT = {
  'main.js': ['editor.js', 'util'],
  'pages.js': ['kit', 'util'],
  'revision-picture.js': ['pages.js', 'kit', 'view', 'model', 'util'],
  'context.js': [], // describes the editor object, for types alone
  'editor.js': ['features', 'actions', 'kit', 'gestures', 'server', 'storage', 'view', 'model', 'util'],
  features: ['actions', 'kit', 'gestures', 'server', 'storage', 'view', 'model', 'util'],
  actions: ['kit', 'view', 'model', 'util'],
  kit: ['model', 'util'],
  gestures: ['view', 'model', 'util'],
  server: ['model', 'util'],
  storage: ['model', 'util'],
  view: ['model', 'util'],
  model: ['util'],
  util: [],
  'theme.js': [], // a classic script of every page, before the first paint
  'early-clicks.js': [], // a classic script of the editor's page
};

/** No feature imports another: what two share belongs into kit, model or the editor object. By how deep the file lies in its feature. */
const OTHER_FEATURES = [
  { files: [`${SOURCES}/features/*/*.js`], regex: '^\\.\\./(?!\\.\\./)' },
  { files: [`${SOURCES}/features/*/*/*.js`], regex: '^\\.\\./\\.\\./(?!\\.\\./)' },
];

/** What model/ and util/ may use besides the language: no DOM, no network, no clock. */
const PURE_GLOBALS = ['CustomEvent', 'Event', 'EventTarget', 'TextDecoder', 'TextEncoder', 'URL', 'structuredClone'];

/** What no part imports. */
const NEVER_IMPORTED = [
  { regex: '^[^.]', message: 'The editor has no packages: import relative files only.' },
  { regex: '^\\.(?!.*\\.js$)', message: 'A browser needs the full name, with .js.' },
];

/**
 * @param {string} part
 * @param {string[]} allowed
 */
function patternsFor(part, allowed) {
  const refused = Object.keys(MAY_IMPORT).filter((other) => other !== part && !allowed.includes(other));
  return [
    ...refused.map((other) => ({
      regex: `^[./]+/${other.replace('.', '\\.')}${other.endsWith('.js') ? '$' : '/'}`,
      message: `${part} may not import ${other}: see MAY_IMPORT in eslint.config.js.`,
    })),
    ...NEVER_IMPORTED,
  ];
}

/** One block a part: whatever MAY_IMPORT does not name is refused, packages too. */
const importArrows = Object.entries(MAY_IMPORT).map(([part, allowed]) => ({
  files: [part.endsWith('.js') ? `${SOURCES}/${part}` : `${SOURCES}/${part}/**/*.js`],
  rules: { 'no-restricted-imports': ['error', { patterns: patternsFor(part, allowed) }] },
}));

const featureArrows = OTHER_FEATURES.map(({ files, regex }) => ({
  files,
  rules: {
    'no-restricted-imports': ['error', {
      patterns: [
        ...patternsFor('features', MAY_IMPORT.features),
        { regex, message: 'A feature may not import another: share it in kit or model, or on the editor object.' },
      ],
    }],
  },
}));

/** What the minifier of the server does not understand. */
const NESTED_TEMPLATE = {
  selector: 'TemplateLiteral TemplateLiteral',
  message: 'Give the inner template a name: what takes the blanks out of the sources would take them out of it too.',
};

/** What the server cannot join (web/static_files/modules.py); default exports are refused by a rule of their own. */
const UNJOINABLE = [
  ['ExportAllDeclaration', 'Name what is passed on: export { a, b } from.'],
  ['ExportNamedDeclaration[source=null][declaration=null][specifiers.length>0]', 'Write export before what is exported.'],
  ['ExportNamedDeclaration > VariableDeclaration:not([kind="const"])', 'Export constants: who imports it gets the value, not the variable.'],
  ['ExportNamedDeclaration > VariableDeclaration[declarations.length!=1]', 'Export one constant at a time.'],
  ['ExportNamedDeclaration > VariableDeclaration > VariableDeclarator[id.type!="Identifier"]', 'Export one constant at a time.'],
  ['ImportExpression[source.type!="Literal"]', 'Write the path in the call.'],
  ['MetaProperty[meta.name="import"]:not(MemberExpression[property.name="url"] > *)', 'Of import.meta there is the url.'],
  ['Program > ExpressionStatement > AwaitExpression', 'A module does not wait: whoever needs it would.'],
  ['Program > :not(ImportDeclaration) ~ ImportDeclaration', 'Import at the top.'],
  ['Identifier[name=/^\\$\\d+$/]', 'Names like this are for the modules themselves.'],
].map(([selector, message]) => ({ selector, message }));

const SHOWN = '^(label|short|title|placeholder|hint|text|nothing|closeLabel|verb|eye|complaint)$';

/** Sentences that nobody could translate: docs/translating.md. */
const UNTRANSLATED = [
  {
    selector: 'CallExpression[callee.name=/^(t|plural)$/][arguments.0.type!="Literal"]',
    message: 'Write the sentence in the call, in one piece: `make messages` reads the sources.',
  },
  {
    selector: `Property[key.name=/${SHOWN}/] > :matches(Literal[value=/[a-z] [a-z]/i], TemplateLiteral:has(TemplateElement[value.raw=/[a-z]{2} /i])).value`,
    message: 'People read this: put it through t() or plural() of util/text.js.',
  },
];

/** A new folder imports nothing until MAY_IMPORT names it. */
const unnamedPart = {
  files: [`${SOURCES}/**/*.js`],
  rules: {
    'no-restricted-imports': ['error', {
      patterns: [{ regex: '.', message: 'Name this part in MAY_IMPORT in eslint.config.js first.' }],
    }],
  },
};

export default [
  { ignores: ['.test-wheel/', '.venv/', 'build/', 'dist/', 'node_modules/'] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'eqeqeq': 'error',
      'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
      'max-lines': ['error', 300],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-shadow': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
    },
  },
  {
    files: [`${SOURCES}/**/*.js`],
    rules: {
      'no-alert': 'error',
      'no-console': 'error',
      'no-restricted-exports': ['error', {
        restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true },
      }],
      'no-restricted-syntax': ['error', {
        selector: 'ImportExpression',
        message: 'Import at the top: a dynamic import() hides who needs whom.',
      }, NESTED_TEMPLATE, ...UNJOINABLE, ...UNTRANSLATED],
    },
  },
  {
    // Features load late what few ask for, since what every visitor loads has a limit: docs/decisions/0013.
    files: [`${SOURCES}/features/**/*.js`],
    rules: { 'no-restricted-syntax': ['error', NESTED_TEMPLATE, ...UNJOINABLE, ...UNTRANSLATED] },
  },
  {
    files: [`${SOURCES}/**/*.js`],
    ignores: [`${SOURCES}/{model,util}/**`],
    languageOptions: { globals: globals.browser },
  },
  {
    files: [`${SOURCES}/{model,util}/**/*.js`],
    languageOptions: { globals: Object.fromEntries(PURE_GLOBALS.map((name) => [name, 'readonly'])) },
    rules: {
      'no-restricted-globals': ['error', { name: 'Date', message: 'Time is an argument here.' }],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Chance is an argument here.' }],
    },
  },
  unnamedPart,
  ...importArrows,
  ...featureArrows,
  { files: ['benchmarks/**/*.js'], languageOptions: { globals: globals.browser } },
  { files: ['tests/frontend/**/*.js', '*.config.js'], languageOptions: { globals: globals.node } },
];
