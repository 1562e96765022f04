/** Formats times relative to now, and exactly. */

import { LANGUAGE, t } from './text.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Return how long ago *time* was at *now*, both in milliseconds since 1970; the date, where that is over a week. What comes within
 * the hour may be the fault of a clock.
 * @param {number} time
 * @param {number} now
 * @returns {string}
 */
export function describeTime(time, now) {
  const ago = now - time;
  const format = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: 'auto' });
  const date = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'long' });
  if (ago <= -DAY) return date.format(time);
  if (ago <= -HOUR) return format.format(Math.floor(-ago / HOUR), 'hour');
  if (ago < MINUTE) return t('just now');
  if (ago < HOUR) return format.format(-Math.floor(ago / MINUTE), 'minute');
  if (ago < DAY) return format.format(-Math.floor(ago / HOUR), 'hour');
  if (ago < 7 * DAY) return format.format(-Math.floor(ago / DAY), 'day');
  return date.format(time);
}

/**
 * Return *time*, in milliseconds since 1970, exactly and in the time zone of this computer.
 * @param {number} time
 * @returns {string}
 */
export function exactTime(time) {
  return new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'full', timeStyle: 'medium' }).format(time);
}

/**
 * Return the time of day of *time*, as on a clock here, with the date where that is not the day of *now*.
 * @param {number} time
 * @param {number} now
 * @returns {string}
 */
export function clockTime(time, now) {
  // English, with 24 hours.
  const language = LANGUAGE === 'en' ? 'en-GB' : LANGUAGE;
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(time);
  const [day, today] = [time, now].map((moment) => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(moment));
  return day === today ? clock : t('{day}, {time}', { day, time: clock });
}
