import type { RawTrace, Run } from '#lib/grading/runner.ts'
import type { MemoryCount, Outcome, ScriptResult, StepResult } from '#lib/grading/script.ts'
import type { JsonNumber, Problem } from '#lib/grading/verdict.ts'
import type { Compiled } from '../compile/compile.ts'
import { describeError } from '../errors/describe-error.ts'
import {
  ALIVE,
  DID_NOT_LOAD,
  DROPPED,
  ENDLESS,
  LOGGED,
  MISSING,
  OUT_OF_MEMORY,
  RETURNED,
  SCRIPT_END,
  THREW,
  TRACE_LIMIT,
  TRACED,
} from '../harness/tags.ts'
import type { EngineName } from './engine-position.ts'
import { NumberReader } from './number-reader.ts'

/** Megabytes that the server's sandbox has. */
export const MEMORY_MEGABYTES = 32

/**
 * Reads what the harness wrote. Its first number says whether that is all; a caller collects chunks until it is.
 *
 * @param compiled  to say where in the learner's source things happened
 * @param engine  the engine in which the harness ran
 * @throws RangeError when the numbers are not those of a harness
 */
export function decode(chunks: readonly Float64Array[], compiled: Compiled, engine: EngineName): Run {
  const results: ScriptResult[] = []
  const lines: string[] = []
  const traces: Traced[] = []
  let problem: Problem | undefined
  let dropped = 0
  let steps: StepResult[] = []
  let alive: MemoryCount | undefined
  for (const chunk of chunks) {
    const read = new NumberReader(chunk, 1)
    while (!read.done) {
      const record = read.next()
      switch (record) {
        case RETURNED:
        case THREW: {
          const work = read.next()
          steps.push({
            work,
            outcome: record === RETURNED ? { kind: 'returned', value: read.value() } : threw(read, compiled, engine),
          })
          break
        }
        case SCRIPT_END: {
          const changed = { step: read.next(), arg: read.next() }
          results.push({ steps, ...(changed.step >= 0 && { changed }), ...(alive !== undefined && { alive }) })
          steps = []
          alive = undefined
          break
        }
        case ALIVE:
          alive = readAlive(read, compiled)
          break
        case TRACED:
          traces.push(decodeTraced(read, compiled))
          break
        case LOGGED:
          lines.push(read.string())
          break
        case DROPPED:
          dropped += read.next()
          break
        default:
          problem ??= decodeProblem(record, read, compiled, engine)
      }
    }
  }
  const run: Run = { results, console: { lines, dropped }, traces: joinTraces(traces) }
  return problem ? { ...run, problem } : run
}

/** Upper bounds for what loading the code itself takes: its names, a few kilobytes, and some bytes per character. */
const CODE_ELEMENTS = 64
const CODE_BYTES = 8192
const CODE_BYTES_EACH = 10

/** Reads what was alive. What loading the code left behind counts too, except for the code itself. */
function readAlive(read: NumberReader, compiled: Compiled): MemoryCount {
  const during = { elements: read.next(), bytes: read.next() }
  const loaded = { elements: read.next(), bytes: read.next() - CODE_BYTES - CODE_BYTES_EACH * compiled.code.length }
  return {
    elements: during.elements + Math.max(0, loaded.elements - CODE_ELEMENTS),
    bytes: during.bytes + Math.max(0, loaded.bytes),
  }
}

function threw(read: NumberReader, compiled: Compiled, engine: EngineName): Outcome & { kind: 'threw' } {
  const raw = { name: read.string(), message: read.string(), stack: read.string() }
  return { kind: 'threw', ...describeError(raw, compiled, engine) }
}

function decodeProblem(record: number, read: NumberReader, compiled: Compiled, engine: EngineName): Problem {
  switch (record) {
    case MISSING: {
      const name = read.string()
      const what = read.next() === 1 ? 'class' : 'function'
      const other = read.next() === 1
      const message = other
        ? `${name} is there, but it is not a ${what}.`
        : `No ${what} called ${name} was found. Keep the name and export it.`
      return { kind: 'missing', message }
    }
    case ENDLESS: {
      const site = compiled.site(read.next())
      const recursion = site?.isRecursive === true
      const subject = recursion ? 'recursion' : site?.kind === 'loop' ? 'loop' : 'function'
      return { kind: 'endless', line: site?.line ?? 1, recursion, subject, steps: read.next(), input: '' }
    }
    case DID_NOT_LOAD: {
      const { kind, ...what } = threw(read, compiled, engine)
      return { kind, ...what, input: '' }
    }
    case OUT_OF_MEMORY:
      return { kind: 'memory', megabytes: MEMORY_MEGABYTES, input: '' }
    default:
      throw new RangeError(`the harness said ${record}, which means nothing`)
  }
}

interface Traced {
  readonly name: string
  readonly line: number
  readonly rows: readonly (readonly JsonNumber[])[]
}

function decodeTraced(read: NumberReader, compiled: Compiled): Traced {
  const site = compiled.site(read.next())
  const rows = Array.from({ length: read.count() }, () => read.numbers(read.count()).map(decodeNumber))
  return { name: site?.name ?? '', line: site?.line ?? 1, rows }
}

const decodeNumber = (x: number): JsonNumber =>
  Number.isFinite(x) ? x : Number.isNaN(x) ? 'NaN' : x > 0 ? 'Infinity' : '-Infinity'

/** One trace a variable and line, in order of first appearance: a row each time, or a matrix's rows. */
function joinTraces(all: readonly Traced[]): RawTrace[] {
  const byLine = new Map<string, { name: string; line: number; rows: (readonly JsonNumber[])[] }>()
  for (const { name, line, rows } of all) {
    const key = `${name} ${line}`
    const entry = byLine.get(key) ?? { name, line, rows: [] }
    byLine.set(key, entry)
    for (const row of rows) if (entry.rows.length < TRACE_LIMIT) entry.rows.push(row)
  }
  return [...byLine.values()]
}
