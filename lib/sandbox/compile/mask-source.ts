/**
 * Blanks the content of a source’s comments, strings and template texts, so that patterns match only code. Every
 * character keeps its offset and every line its line break. `${…}` in a template stays, because it is code.
 *
 * It doesn’t parse: regular expressions count as code, except that quotes and slashes in them start or end nothing.
 * That is good enough to locate something. It is never used to change what a program does, except to erase a whole
 * match.
 */
export function maskSource(source: string): string {
  const out: string[] = []
  /** For each open template: how many braces are open in its `${`. */
  const templates: number[] = []
  let at = 0
  const blank = (to: number) => {
    for (; at < to; at++) out.push(LINE_BREAK.test(source[at] ?? '') ? (source[at] ?? '') : ' ')
  }
  const take = (length: number) => {
    for (const end = at + length; at < end; at++) out.push(source[at] ?? '')
  }
  while (at < source.length) {
    const c = source[at]
    const next = source[at + 1]
    if (c === '/' && next === '/') blank(endOfLine(source, at))
    else if (c === '/' && next === '*') blank(findEnd(source, '*/', at + 2))
    else if (c === '"' || c === "'") blank(endOfString(source, at))
    else if (c === '/' && startsRegExp(out)) blank(endOfRegExp(source, at))
    else if (c === '`') {
      take(1)
      blankTemplate()
    } else if (c === '}' && templates.at(-1) === 0) {
      templates.pop()
      take(1)
      blankTemplate()
    } else {
      const open = templates.length - 1
      if (open >= 0 && c === '{') templates[open] = (templates[open] ?? 0) + 1
      if (open >= 0 && c === '}') templates[open] = (templates[open] ?? 0) - 1
      take(1)
    }
  }
  return out.join('')

  /** Blanks a template's text up to its end, or to the next `${`. */
  function blankTemplate(): void {
    let end = at
    while (end < source.length && source[end] !== '`' && !(source[end] === '$' && source[end + 1] === '{'))
      end += source[end] === '\\' ? 2 : 1
    blank(Math.min(end, source.length))
    if (source[at] === '`') take(1)
    else if (at < source.length) {
      take(2)
      templates.push(0)
    }
  }
}

const LINE_BREAK = /[\n\r]/

function endOfLine(source: string, from: number): number {
  const end = source.slice(from).search(/[\n\r\u2028\u2029]/)
  return end < 0 ? source.length : from + end
}
function findEnd(source: string, mark: string, from: number): number {
  const end = source.indexOf(mark, from)
  return end < 0 ? source.length : end + mark.length
}
/** The offset after the closing quote, or the end of the line if there is none. */
function endOfString(source: string, from: number): number {
  const quote = source[from]
  for (let at = from + 1; at < source.length; at++) {
    const c = source[at] ?? ''
    if (c === '\\') at++
    else if (c === quote) return at + 1
    else if (LINE_BREAK.test(c)) return at
  }
  return source.length
}
/** Whether a slash after this code begins a regular expression: after an operator, an opening bracket or a keyword. */
function startsRegExp(before: readonly string[]): boolean {
  let at = before.length - 1
  while (at >= 0 && /\s/.test(before[at] ?? '')) at--
  const last = before[at]
  if (last === undefined || /[=([{,;:!&|?+\-*%^~<>]/.test(last)) return true
  return /(?:^|[^\w$.])(?:return|typeof|case|in|of|void|delete|throw|new|do|else|yield|await)$/.test(
    before.slice(Math.max(0, at - 10), at + 1).join(''),
  )
}
function endOfRegExp(source: string, from: number): number {
  let isInClass = false
  for (let at = from + 1; at < source.length; at++) {
    const c = source[at] ?? ''
    if (c === '\\') at++
    else if (c === '[') isInClass = true
    else if (c === ']') isInClass = false
    else if (c === '/' && !isInClass) return at + 1
    else if (LINE_BREAK.test(c)) return from + 1 // a division after all
  }
  return from + 1
}
