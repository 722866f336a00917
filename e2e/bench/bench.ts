// npm run bench [-- WORD…]: runs every benchmark whose path holds a WORD (all without one), one after the other, each in
// a process of its own, and prints one table. Ratios are between things measured side by side in one run.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** One line of the table. */
export interface BenchRow {
  readonly name: string
  readonly value: string
  readonly baseline: string
  readonly ratio: string
  readonly aim: string
}

const [first, ...words] = process.argv.slice(2)
if (first === '--one') await runBench(words[0] ?? '')
else all(first === undefined ? [] : [first, ...words])

async function runBench(file: string): Promise<void> {
  const { bench } = (await import(pathToFileURL(path.resolve(file)).href)) as { bench: () => Promise<BenchRow[]> }
  process.stdout.write(JSON.stringify(await bench()))
  process.exit(0)
}

function all(words: readonly string[]): void {
  const files = globSync('{lib,app,content,e2e}/**/*.bench.ts')
    .filter((f) => words.length === 0 || words.some((w) => f.includes(w)))
    .sort()
  const rows: BenchRow[] = []
  let failed = 0
  for (const file of files) {
    process.stderr.write(`${file} …\n`)
    const run = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), '--one', file], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (run.status === 0) rows.push(...(JSON.parse(run.stdout) as BenchRow[]))
    else failed++
  }
  print(rows)
  if (failed > 0) console.log(`${failed} of ${files.length} benchmarks did not run`)
  process.exitCode = failed > 0 || files.length === 0 ? 1 : 0
}

function print(rows: readonly BenchRow[]): void {
  const head = { name: 'what', value: 'measured', baseline: 'baseline', ratio: 'ratio', aim: 'aim' }
  const columns = ['name', 'value', 'baseline', 'ratio', 'aim'] as const
  const width = columns.map((c) => Math.max(...[head, ...rows].map((r) => r[c].length)))
  for (const row of [head, ...rows])
    console.log(
      columns
        .map((c, i) => row[c].padEnd(width[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
