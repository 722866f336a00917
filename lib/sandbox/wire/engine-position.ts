import type { SourcePosition } from '#lib/grading/script.ts'

/** Engines count lines and columns in an error’s stack differently. */
export type EngineName = 'v8' | 'quickjs'

/**
 * Converts a position as an engine counts it to the usual one: lines end at LF, columns are UTF-16 units from 1.
 *
 * V8 also ends a line at U+2028 and U+2029, even in a string. QuickJS counts columns in characters, so an emoji is one.
 *
 * @param code the code that the engine ran
 */
export function readEnginePosition(code: string, position: SourcePosition, engine: EngineName): SourcePosition {
  return engine === 'v8' ? joinSeparatedLines(code, position) : countUnits(code, position)
}

function joinSeparatedLines(code: string, { line, column }: SourcePosition): SourcePosition {
  if (!/[\u2028\u2029]/.test(code)) return { line, column }
  let offset = 0
  for (let n = 1; n < line; n++) {
    const end = code.slice(offset).search(/[\n\u2028\u2029]/)
    if (end < 0) return { line, column }
    offset += end + 1
  }
  offset += column - 1
  const before = code.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

function countUnits(code: string, { line, column }: SourcePosition): SourcePosition {
  if (!/[\ud800-\udbff]/.test(code)) return { line, column }
  const text = code.split('\n')[line - 1] ?? ''
  const before = [...text].slice(0, column - 1).join('')
  return { line, column: before.length + 1 }
}
