import type { Node } from 'acorn'

const MAX_QUOTED_LENGTH = 40

/** The code of a node between backticks, for a message; undefined where it is too long to be quoted. */
export function quoteCode(js: string, { start, end }: Pick<Node, 'start' | 'end'>): string | undefined {
  const code = js
    .slice(start, end)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[)\].,;])/g, '')
    .trim()
  return code === '' || code.length > MAX_QUOTED_LENGTH || code.includes('`') ? undefined : `\`${code}\``
}
