/**
 * Makes user names of people's names by a pattern: `{given}.{family}`, `{g}{family}`, `{email}`, `student{n:02}`. Letters
 * lose their marks and become small ones; names in other scripts give nothing, and the pattern with `{n}` steps in.
 */

/** @typedef {{ given: string, family: string, email: string }} Known */

/** What one may choose from; anything else can be typed. */
export const PATTERNS = ['{given}.{family}', '{g}{family}', '{family}.{given}', '{given}', '{email}', 'student{n:02}'];
/** What steps in where a pattern gives nothing. */
export const FALLBACK = 'student{n:02}';

/** Letters that have no plain one below a mark. @type {Readonly<Record<string, string>>} */
const PLAIN = { ß: 'ss', ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŧ: 't' };
const PARTICLES = new Set('van von vom zu zur der den de del della di da do dos du la le el al bin ibn ter ten af av'.split(' '));

/**
 * Return *text* in small plain letters, digits and hyphens.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z]/g, (letter) => PLAIN[letter] ?? letter);
  return plain.replace(/[^a-z0-9-]/g, '').replace(/^-+|-+$/g, '');
}

/**
 * Return the given and the family name of *name*: `Given Family` or `Family, Given`.
 * @param {string} name
 * @returns {{ given: string, family: string }}
 */
export function splitName(name) {
  const comma = name.indexOf(',');
  if (comma >= 0) return { given: name.slice(comma + 1).trim(), family: name.slice(0, comma).trim() };
  const words = name.split(/\s+/).filter((word) => word !== '');
  let start = words.length - 1;
  while (start > 1 && PARTICLES.has(words[start - 1].toLowerCase())) start -= 1;
  return { given: words.slice(0, Math.max(1, start)).slice(0, 1).join(''), family: words.length > 1 ? words.slice(start).join(' ') : '' };
}

/**
 * Return the user name that *pattern* makes for the *place*th person, counted from 1; nothing where it needs what is not
 * known, or only in letters that have no plain ones.
 * @param {string} pattern
 * @param {Known} known
 * @param {number} place
 * @returns {string}
 */
export function makeUserName(pattern, known, place) {
  const mail = known.email.split('@')[0].normalize('NFKD').toLowerCase().replace(/[^a-z0-9._-]/g, '');
  /** @type {Readonly<Record<string, string>>} */
  const values = {
    given: fold(known.given), family: fold(known.family), g: fold(known.given).slice(0, 1), f: fold(known.family).slice(0, 1), email: mail,
  };
  let isCounted = false;
  let isFilled = false;
  const made = pattern.replace(/\{(\w+)(?::0?(\d))?\}/g, (whole, key, digits) => {
    if (key === 'n') {
      isCounted = true;
      return String(place).padStart(Number(digits ?? 1), '0');
    }
    if (!Object.hasOwn(values, key)) return whole;
    isFilled ||= values[key] !== '';
    return values[key];
  });
  return isCounted || isFilled ? made.replace(/^[.\s_-]+|[.\s_-]+$/g, '') : '';
}

/**
 * Return *name*, with the first number behind it that makes it unique where *taken* has it. Names that differ in case only are the same.
 * @param {string} name
 * @param {ReadonlySet<string>} taken In small letters.
 * @returns {string}
 */
export function makeUnique(name, taken) {
  let unique = name;
  for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${name}${number}`;
  return unique;
}
