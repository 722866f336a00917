import type { SourcePosition } from '#lib/grading/script.ts'

/** Where an offset lies in a text: line and column, both from 1. */
export function positionAt(text: string, offset: number): SourcePosition {
  let line = 1
  let start = 0
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++
    start = at + 1
  }
  return { line, column: offset - start + 1 }
}

/** The offset of a place in a text, or the end of the text if it has no such line. */
export function offsetAt(text: string, { line, column }: SourcePosition): number {
  let start = 0
  for (let n = 1; n < line; n++) {
    const end = text.indexOf('\n', start)
    if (end < 0) return text.length
    start = end + 1
  }
  return Math.min(text.length, start + column - 1)
}

/** Segments of a line of generated code, by column: [generated column, source index, source line, source column], from 0. */
export type Segments = readonly (readonly number[])[]

/**
 * Where in the source the code at a place of the generated code came from. Lines are the same in both; the column is
 * that of the last mapped segment at or before it.
 */
export function originalPositionFor(lines: readonly Segments[], { line, column }: SourcePosition): SourcePosition {
  let best: readonly number[] | undefined
  for (const segment of lines[line - 1] ?? []) {
    if ((segment[0] ?? 0) > column - 1) break
    if (segment.length >= 4) best = segment
  }
  if (!best) return { line, column: 1 }
  return { line: (best[2] ?? 0) + 1, column: (best[3] ?? 0) + 1 }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Reads the `mappings` of a source map (base-64 VLQ, ECMA-426) into segments by line. */
export function decodeMappings(mappings: string): Segments[] {
  const last = [0, 0, 0, 0, 0]
  return mappings.split(';').map((line) => {
    last[0] = 0
    return line === ''
      ? []
      : line.split(',').map((segment) => decodeSegment(segment).map((delta, i) => (last[i] = (last[i] ?? 0) + delta)))
  })
}

function decodeSegment(segment: string): number[] {
  const numbers: number[] = []
  let value = 0
  let shift = 0
  for (const digit of segment) {
    const bits = DIGITS.indexOf(digit)
    value += (bits & 31) << shift
    shift += 5
    if (bits & 32) continue
    numbers.push(value & 1 ? -(value >>> 1) : value >>> 1)
    value = 0
    shift = 0
  }
  return numbers
}
