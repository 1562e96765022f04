/** Stand-ins for the browser: what it keeps, and the server. */

import { Api } from '../../../frontend/static/js/server/api.js';
import { Autosave } from '../../../frontend/static/js/features/saving/autosave.js';
import { Drafts } from '../../../frontend/static/js/storage/drafts.js';
import { emptyDiagram } from '../../../frontend/static/js/model/diagram.js';

/** @returns {Storage} */
export function fakeStorage() {
  /** @type {Map<string, string>} */
  const entries = new Map();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}

/** @returns {Storage} */
export function brokenStorage() {
  const refuse = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
  return { length: 0, key: refuse, getItem: refuse, setItem: refuse, removeItem: refuse, clear: refuse };
}

/** @typedef {import('../../../frontend/static/js/storage/drafts.js').Draft} Draft */
/** @typedef {import('../../../frontend/static/js/storage/drafts.js').Kept} Kept */
/** @typedef {import('../../../frontend/static/js/storage/drafts.js').Store} Store */

/** @returns {Store & { entries: Map<string, Kept> }} */
export function fakeStore() {
  /** @type {Map<string, Kept>} */
  const entries = new Map();
  return {
    entries,
    get: async (key) => entries.get(key),
    all: async () => [...entries.values()],
    put: async (draft) => void entries.set(draft.key, structuredClone(draft)),
    delete: async (key) => void entries.delete(key),
  };
}

/** @returns {Store} */
export function brokenStore() {
  const refuse = async () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
  return { get: refuse, all: refuse, put: refuse, delete: refuse };
}

/**
 * @param {string} key
 * @param {string} title
 * @param {Partial<Draft>} [fields]
 * @returns {Draft}
 */
export function draftOf(key, title, fields = {}) {
  const diagram = { ...emptyDiagram(), title };
  return { key, id: null, owner: null, revision: 0, requestKey: key, changedAt: 1, isSetAside: false, diagram, ...fields };
}

/**
 * Return a fetch that gives *answers* in turn, and the requests that it got. An Error among them is a dead network.
 * @param {({ status?: number, json?: unknown, text?: string } | Error)[]} answers
 */
export function fakeFetch(answers) {
  /** @type {{ url: string, method: string, headers: Record<string, string>, body: any }[]} */
  const requests = [];
  const fetch = async (/** @type {any} */ url, /** @type {any} */ { method, headers, body, signal }) => {
    requests.push({ url, method, headers, body: typeof body === 'string' ? JSON.parse(body) : body });
    const answer = answers.shift();
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
    if (!answer) throw new Error(`Nobody expected a request to ${url}`);
    if (answer instanceof Error) throw answer;
    return new Response(answer.text ?? JSON.stringify(answer.json), { status: answer.status ?? 200 });
  };
  return { fetch, requests };
}

/** When everything happens. */
export const NOW = 1_700_000_000_000;

/**
 * Return an autosave on a diagram at revision 7, of a server that gives *answers*, and what one can do with it.
 * @param {Parameters<typeof fakeFetch>[0]} answers
 * @param {{ id?: string | null, store?: Store, username?: string | null, requestKey?: string | null }} [options]
 */
export function buildAutosave(answers, { id = 'abc', store = fakeStore(), username = null, requestKey = null } = {}) {
  const { fetch, requests } = fakeFetch(answers);
  const screen = { ...emptyDiagram(), title: 'First' };
  const drafts = new Drafts(store, () => NOW);
  const autosave = new Autosave({
    api: new Api({ base: '', csrfToken: 't', username, fetch }),
    drafts,
    read: () => ({ ...screen }),
    now: () => NOW,
    draftKey: 'page-1',
    requestKey,
    id,
    revision: 7,
    savedAt: null,
  });
  const draw = (/** @type {string} */ title) => {
    screen.title = title;
    autosave.touch();
  };
  const kept = () => drafts.find('page-1');
  return { autosave, drafts, kept, requests, draw };
}

/**
 * Let everything run that waits for a promise.
 * @returns {Promise<void>}
 */
export async function settle() {
  for (let round = 0; round < 12; round += 1) await new Promise((resolve) => setImmediate(resolve));
}
