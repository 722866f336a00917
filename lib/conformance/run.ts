import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseCase } from './case.ts'
import { type Judgement, judge } from './judge.ts'

/** One line per failing case, a table per group, and `N passed, N failed` alone on the last line. */
function report(judgements: readonly Judgement[]): string {
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

const USAGE = `Usage: npm run conformance -- [DIR…]
Runs the reference engine on every *.json case in the folders given (default: the project's own copy of the public
cases) and compares. Exit codes: 0 all pass, 1 some fail, 2 usage error.`

/** The cases of a folder, by name. */
function listFiles(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new RangeError(`there is no folder ${folder}`)
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  if (names.length === 0) throw new RangeError(`there is no *.json in ${folder}`)
  return names.sort().map((name) => join(folder, name))
}

/** A file that is no case fails under its own name. */
function judgeFile(file: string): Judgement {
  try {
    return judge(parseCase(readFileSync(file, 'utf8')))
  } catch (error) {
    return { id: file, group: 'unreadable', difference: Number.NaN, fault: String(error) }
  }
}

function main(args: readonly string[]): number {
  if (args.includes('--help')) {
    console.log(USAGE)
    return 0
  }
  try {
    const option = args.find((arg) => arg.startsWith('-'))
    if (option) throw new RangeError(`there is no option ${option}`)
    const files = (args.length > 0 ? args : [join(import.meta.dirname, 'cases')]).flatMap(listFiles)
    console.error(`${files.length} cases`)
    const judgements = files.map(judgeFile)
    console.log(report(judgements))
    return judgements.some(({ fault }) => fault !== undefined) ? 1 : 0
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
    return 2
  }
}

process.exitCode = main(process.argv.slice(2))
