import type { ChangeDesc, Text } from '@codemirror/state'

/** A line of the code that was run, found again while the learner edits around it. */
export interface LineAnchor {
  /** Where the line begins now. */
  readonly from: number
  /** What the line said, without the spaces around it. */
  readonly text: string
}

/** Anchors a line, counted from 1; undefined if there is no such line. */
export function createLineAnchor(doc: Text, number: number): LineAnchor | undefined {
  if (!Number.isInteger(number) || number < 1 || number > doc.lines) return undefined
  const { from, text } = doc.line(number)
  return { from, text: text.trim() }
}

/** Moves an anchor with a change. What is inserted at the beginning of the line is above it. */
export const mapAnchor = ({ from, text }: LineAnchor, changes: ChangeDesc): LineAnchor => ({
  from: changes.mapPos(from, 1),
  text,
})

/**
 * Finds an anchored line: its number, counted from 1; undefined if the line doesn’t say the same any more. Undo, which
 * brings the line back, brings its number back; other indentation is no change.
 */
export function findAnchoredLine(doc: Text, { from, text }: LineAnchor): number | undefined {
  const line = doc.lineAt(Math.min(from, doc.length))
  return line.text.trim() === text ? line.number : undefined
}
