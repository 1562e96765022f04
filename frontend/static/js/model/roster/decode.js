/** Turns the bytes of a file with a list of people into text: UTF-8, UTF-16 as spreadsheets write it, or Windows-1252. */

/**
 * Return the text of *bytes*, and whether its encoding is only a guess.
 * @param {Uint8Array} bytes
 * @returns {{ text: string, isGuess: boolean }}
 */
export function decodeList(bytes) {
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), isGuess: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isGuess: false };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), isGuess: true };
  }
}

/**
 * Return which UTF-16 *bytes* are, by their mark or, without one, by the zeros beside plain letters; null if they are not.
 * @param {Uint8Array} bytes
 */
function wideEncoding(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 200);
  const zeros = [0, 1].map((odd) => head.filter((byte, index) => byte === 0 && index % 2 === odd).length);
  if (Math.max(...zeros) * 4 < head.length || zeros[0] === zeros[1]) return null;
  return zeros[1] > zeros[0] ? 'utf-16le' : 'utf-16be';
}
