import type { AnswerReport } from './check-answers.ts'

/** How an edit fared in one right answer. */
type Cell = 'named' | 'rejected' | 'unnamed' | 'passes'

const MARKS: Readonly<Record<Cell, string>> = { named: '✓', rejected: '·', unnamed: '?', passes: '✗' }
const LEGEND = '✓ named, · rejected (it shows no misconception, or several), ? rejected but not named, ✗ passes'

interface TriedEdit {
  readonly name: string
  readonly style: string
  readonly cell: Cell
}

/**
 * A table of an exercise’s edits: a row for each mistake, a column for each right answer, empty where its text isn’t in
 * that answer.
 *
 * @returns undefined where the exercise has no edits
 */
export function formatStyleTable(exercise: string, answers: readonly AnswerReport[]): string | undefined {
  const triedEdits = listTriedEdits(answers)
  if (triedEdits.length === 0) return undefined
  const styles = [...new Set(triedEdits.map(({ style }) => style))].sort(compareStyles)
  const names = [...new Set(triedEdits.map(({ name }) => name))].sort()
  const width = Math.max(...names.map((name) => name.length))
  const cells = styles.map((_, i) => String(i + 1).length)
  const row = (label: string, texts: readonly string[]) =>
    `  ${label.padEnd(width)}  ${texts.map((text, i) => text.padStart(cells[i] ?? 1)).join(' ')}`.trimEnd()
  const find = (name: string, style: string) => triedEdits.find((edit) => edit.name === name && edit.style === style)
  return [
    `${exercise}: each mistake in each right answer that contains its text (${LEGEND})`,
    ...styles.map((style, i) => `  ${i + 1} ${style}`),
    row(
      '',
      styles.map((_, i) => String(i + 1)),
    ),
    ...names.map((name) =>
      row(
        name,
        styles.map((style) => {
          const edit = find(name, style)
          return edit ? MARKS[edit.cell] : ''
        }),
      ),
    ),
  ].join('\n')
}

/** How many edits were tried in how many right answers, and how many of those were not named or passed. */
export function countStyles(answers: readonly AnswerReport[]): {
  readonly edits: number
  readonly triedCount: number
  readonly undetected: number
} {
  const triedEdits = listTriedEdits(answers)
  return {
    edits: answers.filter(({ style, isTried }) => style !== undefined && !isTried).length,
    triedCount: triedEdits.length,
    undetected: triedEdits.filter(({ cell }) => cell === 'unnamed' || cell === 'passes').length,
  }
}

const listTriedEdits = (answers: readonly AnswerReport[]): readonly TriedEdit[] =>
  answers.flatMap((answer) =>
    answer.name !== undefined && answer.style !== undefined
      ? [{ name: answer.name, style: answer.style, cell: judgeCell(answer) }]
      : [],
  )

function judgeCell({ outcome, expectedIds = [], namedIds }: AnswerReport): Cell {
  if (outcome === 'passed') return 'passes'
  if (expectedIds.some((id) => namedIds.includes(id))) return 'named'
  return expectedIds.length === 1 ? 'unnamed' : 'rejected'
}

/** The solution first. */
const compareStyles = (a: string, b: string): number =>
  Number(b === 'solution.ts') - Number(a === 'solution.ts') || a.localeCompare(b)
