import type { Run, RunOptions, Session } from '#lib/grading/runner.ts'
import type { Script } from '#lib/grading/script.ts'
import type { Problem } from '#lib/grading/verdict.ts'
import type { Compiled } from './compile/compile.ts'
import { decode } from './wire/decode.ts'
import { encode } from './wire/encode.ts'
import type { EngineName } from './wire/engine-position.ts'

/** Scripts for a harness, with the code that it does not have yet. */
export interface HarnessRequest {
  readonly input: Float64Array<ArrayBuffer>
  readonly code: string | undefined
}
/** What the harness wrote, or what ended it from outside. */
export type HarnessResponse = { readonly chunks: readonly Float64Array[] } | { readonly problem: Problem }

/** An environment in which one learner's code runs with the harness. */
export interface Realm {
  /** The engine that runs the code. */
  readonly engine: EngineName
  exchange(request: HarnessRequest): Promise<HarnessResponse> | HarnessResponse
  close(): void
}

/** A session on a realm: encodes what the grader asks, decodes what the harness says. */
export function session(compiled: Compiled, realm: Realm): Session {
  const loaded = new Set<boolean>()
  return {
    async run(scripts, options = {}) {
      const trace = options.trace ?? false
      const code = trace ? compiled.traced() : compiled
      return inBatches(scripts, options, async (input) => {
        const reply = await realm.exchange({ input, code: loaded.has(trace) ? undefined : code.code })
        loaded.add(trace)
        return 'problem' in reply ? createFailedRun(reply.problem) : decode(reply.chunks, code, realm.engine)
      })
    },
    close: () => realm.close(),
  }
}

async function inBatches(
  scripts: readonly Script[],
  options: RunOptions,
  one: (input: Float64Array<ArrayBuffer>) => Promise<Run>,
): Promise<Run> {
  let all: Run | undefined
  for (const input of encode(scripts, options)) {
    const run = await one(input)
    all = all ? joinRuns(all, run) : run
    if (all.problem) break
  }
  return all ?? NOTHING
}

const joinRuns = (a: Run, b: Run): Run => ({
  results: [...a.results, ...b.results],
  console: {
    lines: [...a.console.lines, ...b.console.lines],
    dropped: a.console.dropped + b.console.dropped,
  },
  traces: [...a.traces, ...b.traces],
  ...(b.problem && { problem: b.problem }),
})

const NOTHING: Run = { results: [], console: { lines: [], dropped: 0 }, traces: [] }
const createFailedRun = (problem: Problem): Run => ({ ...NOTHING, problem })
