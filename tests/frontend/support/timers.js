import { mock, test } from 'node:test';

/**
 * A test in which time stands still until it lets `mock.timers` tick; all files run in one process, so the hands are given back.
 *
 * @param {string} name
 * @param {() => Promise<void> | void} body
 */
export function testWithStoppedTimers(name, body) {
  test(name, async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      await body();
    } finally {
      mock.timers.reset();
    }
  });
}
