export type Lines = readonly string[]

/** The block of lines without an empty one that a line (counted from 1) stands in, as a half-open range of indices. */
export function blockAround(lines: Lines, line: number): [number, number] {
  let at = Math.min(Math.max(line - 1, 0), lines.length - 1)
  // the end of the file, or of a container, is where a missing end is noticed
  while (at > 0 && isEmpty(lines[at])) at--
  let from = at
  while (from > 0 && !isEmpty(lines[from - 1])) from--
  let to = at + 1
  while (to < lines.length && !isEmpty(lines[to])) to++
  return [from, to]
}

/** Whole lines, from the first to the last (counted from 1), as a half-open range of indices. */
export const blockOf = (lines: Lines, [first, last]: readonly [number, number]): [number, number] => [
  Math.max(0, first - 1),
  Math.min(lines.length, last),
]

const isEmpty = (line: string | undefined): boolean => (line ?? '').trim() === ''
