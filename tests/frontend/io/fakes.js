/** Stand-ins for the browser: storage and the server. */

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

/**
 * Let everything run that waits for a promise.
 * @returns {Promise<void>}
 */
export async function settle() {
  for (let round = 0; round < 12; round += 1) await new Promise((resolve) => setImmediate(resolve));
}
