/**
 * The file that a timed round begins with: the signature that is asked for, and nothing in it.
 *
 * A line of a signature is a type, a function (`name(a: A): R`, two of them joined by “and”), or a class with its
 * members in one pair of braces.
 */
export function createBlankFile(signature: string): string {
  return `${signature.trim().split('\n').flatMap(declarations).join('\n\n')}\n`
}

function declarations(line: string): string[] {
  if (/^(export\s+)?(type|interface)\b/.test(line)) return [line]
  const asClass = /^(?:export\s+)?class\s+(\w+)\s*\{(.*)\}\s*;?$/.exec(line)
  if (asClass) return [`export class ${asClass[1]} {\n${members(asClass[2] ?? '')}\n}`]
  return line.split(/\s+and\s+(?=\w+\s*\()/).map((signature) => `export function ${signature} {\n  \n}`)
}

const members = (body: string): string =>
  splitOutermost(body)
    .map((outerPart) =>
      /^(?:(?:get|static|async)\s+)*\w+\s*\(/.test(outerPart) ? `  ${outerPart} {\n    \n  }` : `  ${outerPart}`,
    )
    .join('\n\n')

/** Splits at the semicolons that are in no brackets. */
function splitOutermost(body: string): string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const char of body) {
    if ('({['.includes(char)) depth++
    if (')}]'.includes(char)) depth--
    if (char === ';' && depth === 0) parts.push('')
    else parts[parts.length - 1] += char
  }
  return parts.map((piece) => piece.trim()).filter(Boolean)
}
