import type { Judgement } from './judge.ts'

/** One line per failing case, a table per group, and `N passed, N failed` alone on the last line. */
export function report(judgements: readonly Judgement[]): string {
  const failed = judgements.filter(({ fault }) => fault !== undefined)
  const lines = failed.map(
    ({ id, difference, fault }) => `FAIL ${id}: ${fault} (largest difference ${short(difference)})`,
  )
  const groups = new Map<string, Judgement[]>()
  for (const j of judgements) groups.set(j.group, [...(groups.get(j.group) ?? []), j])
  const rows = [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([group, all]) => [
      group,
      String(all.filter(({ fault }) => fault === undefined).length),
      String(all.filter(({ fault }) => fault !== undefined).length),
      short(Math.max(...all.map(({ difference }) => difference))),
    ])
  return [
    ...lines,
    ...(lines.length > 0 ? [''] : []),
    ...table([['group', 'passed', 'failed', 'largest difference'], ...rows]),
    '',
    `${judgements.length - failed.length} passed, ${failed.length} failed`,
  ].join('\n')
}

function short(x: number): string {
  if (Number.isNaN(x)) return '–'
  return Number.isFinite(x) && x !== 0 ? x.toExponential(1) : String(x)
}

/** Columns aligned: the first to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, c) => Math.max(...rows.map((row) => (row[c] ?? '').length)))
  return rows.map((row) =>
    row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0))).join('  '),
  )
}
