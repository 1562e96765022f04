/**
 * Brings lists that people write by hand to what tables are read from: marks of lists go, and tables of Markdown, user names
 * with passwords behind a colon or a blank, and addresses in brackets are divided as others are.
 */

const MARK = /^\s*(?:\d{1,4}[.)]|[-*•–·])\s+/;
/** `Anna Berg (anna@school.example)`. */
const BRACKETED = /^\s*([^()<>]*?)\s*\(\s*([^()\s]+@[^()\s]+)\s*\)\s*$/;
const RULE = /^[\s|:+-]+$/;
const MAIL = /^(?:mailto:)?[^\s@<>]+@[^\s@<>]+$/;
/** `anna:Secret1`, as files of web servers have it. */
const COLON = /^\s*([^\s:;,@]+):(\S+)\s*$/;
/** `anna Secret1`: the second is no name, because it has a digit or a sign. */
const PAIR = /^\s*([^\s,;"<>@]+)[ ]+(?=\S*[^\p{L}\p{M}'’.()-])([^\s,;"<>@]+)\s*$/u;

/**
 * Return *text* as a table or a list of addresses is written, and unchanged where it is none of these.
 * @param {string} text
 * @returns {string}
 */
export function unlist(text) {
  const written = text.split('\n').filter((line) => line.trim() !== '');
  if (written.length === 0) return text;
  const lines = written.every((line) => MARK.test(line)) ? written.map((line) => line.replace(MARK, '')) : written;
  const all = (/** @type {RegExp} */ pattern) => lines.every((line) => pattern.test(line));
  if (lines.every((line) => line.includes('|') && !line.includes('\t'))) return fromPipes(lines);
  if (all(BRACKETED)) return lines.map((line) => line.replace(BRACKETED, '$1 <$2>')).join('\n');
  if (all(COLON)) return lines.map((line) => line.replace(COLON, '$1\t$2')).join('\n');
  if (lines.length > 1 && all(PAIR)) return lines.map((line) => line.replace(PAIR, '$1\t$2')).join('\n');
  const words = lines.join('\n').split(/[\s,;]+/).filter((word) => word !== '');
  if (words.every((word) => MAIL.test(word))) return words.map((word) => word.replace(/^mailto:/, '')).join('\n');
  return lines === written ? text : lines.join('\n');
}

/** @param {readonly string[]} lines */
function fromPipes(lines) {
  const rows = lines.filter((line) => !RULE.test(line));
  return rows.map((line) => line.replace(/^\s*\||\|\s*$/g, '').split('|').map((cell) => cell.trim()).join('\t')).join('\n');
}
