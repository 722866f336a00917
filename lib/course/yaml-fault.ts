/** What is wrong with the YAML of a frontmatter, for who wrote it. */
export interface YamlFault {
  /** Index in the text where it has to be mended. */
  readonly offset: number
  readonly message: string
  readonly mend: string
}

/** What the parser of YAML throws, as far as we read it. */
interface YamlError {
  readonly code: string
  readonly message: string
  readonly pos: readonly [number, number]
}

/** Says what an error of the parser means, where it is, and what to write instead. */
export function describeYamlError(errors: readonly YamlError[], text: string): YamlFault | undefined {
  const [first] = errors
  if (!first) return undefined
  const start = text.lastIndexOf('\n', first.pos[0] - 1) + 1
  const line = text.slice(start).split('\n', 1)[0] ?? ''
  const [, indent = '', key = '', value = ''] = /^([ \t]*)([\w-]+):[ \t]+(.*?)[ \t]*$/.exec(line) ?? []
  const fault = (message: string, mend: string, offset = first.pos[0]): YamlFault => ({ offset, message, mend })
  const quoted = `Put the text in quotation marks: ${key}: ${quoteYaml(value)}`
  switch (first.code) {
    case 'TAB_AS_INDENT':
      return fault('a tab stands at the start of this line, and YAML is indented with spaces', 'Write spaces instead.')
    case 'DUPLICATE_KEY':
      return fault('this field is written twice', 'Take one of the two out.')
    case 'BAD_DQ_ESCAPE': {
      const mend = `Write the text between single quotation marks: ${key}: '${value.slice(1, -1).replaceAll("'", "''")}'`
      return fault('between double quotation marks, a backslash begins a code, and this is none', mend)
    }
    case 'BAD_SCALAR_START':
      return fault(`a text without quotation marks can’t begin with ${text[first.pos[0]]}`, quoted)
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      if (/:(\s|$)/.test(value))
        return fault(`“${key}” holds a colon with a space after it, which would begin another field`, quoted)
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
    return fault('a list begins on the line of its field', `Write it in brackets: ${key}: [${items}]`)
  }
  if (/^["']/.test(value) && key !== '') {
    const other = value[0] === '"' ? "'" : '"'
    return fault(
      'a quotation mark ends the text before its end',
      `Write the text between the other marks: ${key}: ${other}${value[0] === '"' ? value : value.slice(1, -1)}${other}`,
    )
  }
  const [, glued = '', rest = ''] = /^([\w-]+):(\S.*)$/.exec(line) ?? []
  if (glued !== '') return fault('after the colon of a field comes a space', `Write ${glued}: ${rest}`, start)
  const wide = line.indexOf('：')
  if (wide >= 0) return fault('this colon is a full-width one (：)', 'Type : with a space after it.', start + wide)
  if (indent !== '' || /token in YAML stream|at node end/.test(first.message))
    return fault('this line is indented differently from the fields around it', EVERY_FIELD)
  if (/Implicit (map )?keys need to be/.test(first.message))
    return fault(
      'this line is no field',
      'Write its name, a colon and a space before it; indent what continues a text.',
      start,
    )
  return fault(
    `this is not YAML: ${first.message}`,
    'Mend the YAML of this line; a text that holds a colon and a space stands in quotation marks.',
  )
}

const EVERY_FIELD = 'Begin every field at the start of its line.'

/** A text in double quotation marks, as YAML reads it back. */
export const quoteYaml = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** The bracket that is open where the parser gave up, if one is. */
function findOpenBracket(text: string, { pos, message }: YamlError): number | undefined {
  if (!/Flow (sequence|map)|end with a [\]}]/.test(message)) return undefined
  const before = text.slice(0, pos[0])
  const open = Math.max(before.lastIndexOf('['), before.lastIndexOf('{'))
  return open < 0 ? undefined : open
}
