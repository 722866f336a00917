/** What is wrong with the YAML of a frontmatter, in words for its author. */
export interface YamlFault {
  /** The index in the text where the fault is. */
  readonly offset: number
  readonly message: string
  readonly fix: string
}

/** The part of a YAML parser’s error that we read. */
interface YamlError {
  readonly code: string
  readonly message: string
  readonly pos: readonly [number, number]
}

/** Explains the parser’s first error: what it means, where it is, and what to write instead. */
export function describeYamlError(errors: readonly YamlError[], text: string): YamlFault | undefined {
  const [first] = errors
  if (!first) return undefined
  const start = text.lastIndexOf('\n', first.pos[0] - 1) + 1
  const line = text.slice(start).split('\n', 1)[0] ?? ''
  const [, indent = '', key = '', value = ''] = /^([ \t]*)([\w-]+):[ \t]+(.*?)[ \t]*$/.exec(line) ?? []
  const fault = (message: string, fix: string, offset = first.pos[0]): YamlFault => ({ offset, message, fix })
  const quoted = `Put the text in quotation marks: ${key}: ${quoteYaml(value)}`
  switch (first.code) {
    case 'TAB_AS_INDENT':
      return fault('this line starts with a tab, but YAML is indented with spaces', 'Write spaces instead.')
    case 'DUPLICATE_KEY':
      return fault('this field is written twice', 'Remove one of the two.')
    case 'BAD_DQ_ESCAPE': {
      const fix = `Write the text in single quotation marks: ${key}: '${value.slice(1, -1).replaceAll("'", "''")}'`
      return fault('in double quotation marks a backslash begins an escape sequence, and this is not a valid one', fix)
    }
    case 'BAD_SCALAR_START':
      return fault(`text without quotation marks can’t begin with ${text[first.pos[0]]}`, quoted)
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      if (/:(\s|$)/.test(value))
        return fault(`“${key}” contains a colon followed by a space, which would begin another field`, quoted)
      if (/^[ \t]/.test(text.slice(start + line.length + 1)))
        return fault(`this line is indented, as if it belonged to “${key}”`, EVERY_FIELD, start + line.length + 1)
  }
  const openList = findOpenBracket(text, first)
  if (openList !== undefined) {
    const close = text[openList] === '[' ? ']' : '}'
    return fault(`this ${text[openList]} is not closed`, `Write ${close} where the list ends: [one, two].`, openList)
  }
  if (/^Missing closing ["']/.test(first.message)) {
    const open = text.slice(0, first.pos[0]).search(/["'][^"']*$/)
    return fault('this quotation mark is not closed', 'Write the same mark where the text ends.', Math.max(0, open))
  }
  if (/block-seq-ind/.test(first.message)) {
    const items = value.replace(/^-\s*/, '')
    return fault('this list begins on the same line as its field', `Write it in brackets: ${key}: [${items}]`)
  }
  if (/^["']/.test(value) && key !== '') {
    const other = value[0] === '"' ? "'" : '"'
    return fault(
      'a quotation mark inside the text ends it too early',
      `Write the text in the other quotation marks: ${key}: ${other}${value[0] === '"' ? value : value.slice(1, -1)}${other}`,
    )
  }
  if (/^[[{>|?]/.test(value))
    return fault(`text without quotation marks can’t begin with ${value[0]}`, quoted, start + line.indexOf(value))
  const space = line.search(/(?<=^[\w-]+:)[\u00a0\u2000-\u200b\u202f\u3000]/)
  if (space >= 0)
    return fault('the space after this field’s colon is not an ordinary one', 'Type a space instead.', start + space)
  const [, glued = '', rest = ''] = /^([\w-]+):(\S.*)$/.exec(line) ?? []
  if (glued !== '') return fault('a space is missing after this field’s colon', `Write ${glued}: ${rest}`, start)
  const wide = line.indexOf('：')
  if (wide >= 0) return fault('this colon is a full-width one (：)', 'Type : with a space after it.', start + wide)
  if (indent !== '' || /token in YAML stream|at node end/.test(first.message))
    return fault('this line is indented differently from the fields around it', EVERY_FIELD)
  if (/Implicit (map )?keys need to be/.test(first.message))
    return fault(
      'this line is not a field',
      'Start it with a name, a colon and a space, or indent it if it continues the text above.',
      start,
    )
  return fault(
    `this is not YAML: ${first.message}`,
    'Fix the YAML on this line. Text that contains a colon and a space must be in quotation marks.',
  )
}

const EVERY_FIELD = 'Begin every field at the start of its line.'

/** Puts text in double quotation marks, escaped for YAML. */
export const quoteYaml = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** Finds the bracket that is still open where the parser gave up. */
function findOpenBracket(text: string, { pos, message }: YamlError): number | undefined {
  if (!/Flow (sequence|map)|end with a [\]}]/.test(message)) return undefined
  const before = text.slice(0, pos[0])
  const open = Math.max(before.lastIndexOf('['), before.lastIndexOf('{'))
  return open < 0 ? undefined : open
}
