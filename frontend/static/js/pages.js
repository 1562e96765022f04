/** The pages around the editor work without this; with it they show times as people say them, exact on hover. */

import { describeTime, exactTime } from './util/times.js';

for (const shown of document.querySelectorAll('time[data-local]')) {
  const time = Date.parse(shown.getAttribute('datetime') ?? '');
  shown.textContent = describeTime(time, Date.now());
  shown.setAttribute('title', exactTime(time));
}
