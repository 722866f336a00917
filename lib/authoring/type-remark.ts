/**
 * What TypeScript says of a place in a lesson's code, in the words of a lesson's author.
 *
 * @param message  `TS2353: …`, with what explains it on further lines
 */
export function typeRemark(message: string): { readonly message: string; readonly fix: string } {
  const text = message.replace(/^TS\d+: /, '')
  const suggestion = /Did you mean (?:to write )?'([^']+)'\?/.exec(text)?.[1]
  const unread = /known properties, (?:but|and) '([^']+)' does not exist in type '([\w$]+)?/.exec(text)
  if (unread)
    return {
      message: `unknown field “${unread[1]}”`,
      fix: suggestion
        ? `Did you mean “${suggestion}”?`
        : `Remove it, or look up its name${describeType(unread[2])}: /authors lists them.`,
    }
  const missing = /Property '([^']+)' is missing in type/.exec(text)
  if (missing) return { message: `“${missing[1]}” is missing`, fix: 'Add it: /authors describes it.' }
  const unknown = /Property '([^']+)' does not exist on type '(.+?)'(?:\.|$)/m.exec(text)
  if (unknown)
    return {
      message: `there is no “${unknown[1]}” here`,
      fix: suggestion
        ? `Did you mean “${suggestion}”?`
        : `Fix the name: TypeScript looks for it on ${shorten(unknown[2] ?? '')}.`,
    }
  const lines = text.split('\n').map((line) => line.trim())
  const why = lines.length > 1 ? ` (${shorten(lines.at(-1) ?? '')})` : ''
  return {
    message: `TypeScript: ${shorten(lines[0] ?? '')}${why}`,
    fix: suggestion
      ? `Did you mean “${suggestion}”?`
      : 'Fix the type error: an editor with TypeScript marks the same place.',
  }
}

const describeType = (type: string | undefined): string => (type === undefined ? '' : ` among the fields of ${type}`)

/** Types of whole objects are longer than a line. */
const MAX_TYPE_CHARACTERS = 160
const shorten = (text: string): string =>
  text.length > MAX_TYPE_CHARACTERS ? `${text.slice(0, MAX_TYPE_CHARACTERS)}…` : text
