/**
 * A value as a column of JSON takes it. PostgreSQL refuses NUL and lone halves of surrogate pairs, which a learner's code
 * may well return or throw: in their place stands U+FFFD, in texts as in keys.
 */
export function storableJson<T extends object>(value: T): T {
  const text = JSON.stringify(value)
  const mended = text.replace(REFUSED, '$1\\ufffd')
  return mended === text ? value : JSON.parse(mended)
}

/** JSON.stringify escapes no half of a pair but a lone one. An even number of backslashes before is text. */
const REFUSED = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g
