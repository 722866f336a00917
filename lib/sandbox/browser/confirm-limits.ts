import type { Run, RunOptions, Session } from '#lib/grading/runner.ts'
import type { Script } from '#lib/grading/script.ts'
import type { Problem } from '#lib/grading/verdict.ts'
import type { Compiled } from '../compile/compile.ts'
import { hasLargeNumber } from '../compile/large-numbers.ts'

/** A step of a script that takes less work than this can’t fill the memory one small value at a time. */
const MUCH_WORK = 100_000

/** An answer’s cases, and those that measure its work. What runs later is smaller: a failing input is shrunk. */
const MAX_CONFIRMED_RUNS = 2

/** A result that stands on its own doesn’t wait longer than this for QuickJS, which a slow network may still be loading. */
const MAX_WAIT_MS = 5000

/**
 * Asks QuickJS about runs that a limit ended, or that may take more memory than the server has. A browser’s engine has no
 * limit of memory and is faster, so a loop that fills an array takes too many steps there, but too much memory on the
 * server, and a huge typed array fits there. QuickJS decides as the server does.
 *
 * @param openReference opens a session on the same code in QuickJS. If that fails, the run keeps its own result
 */
export function confirmLimits(
  session: Session,
  { program }: Pick<Compiled, 'program'>,
  openReference: () => Promise<Session>,
): Session {
  const requests: { readonly scripts: readonly Script[]; readonly options: RunOptions }[] = []
  let isLarge: boolean | undefined
  const mayFillMemory = (run: Run): boolean => {
    isLarge ??= hasLargeNumber(program)
    return isLarge || tookMuchWork(run)
  }
  return {
    ...session,
    async run(scripts, options = {}) {
      const run = await session.run(scripts, options)
      if (options.trace) return run
      requests.push({ scripts, options })
      if (!isLimit(run.problem) && !(requests.length <= MAX_CONFIRMED_RUNS && mayFillMemory(run))) return run
      try {
        const opening = openReference()
        const reference = isLimit(run.problem) ? await opening : await waitFor(opening)
        if (!reference) return run
        try {
          let confirmed = run
          // what earlier runs left in the code’s variables counts too
          for (const request of requests) confirmed = await reference.run(request.scripts, request.options)
          // how far QuickJS gets in its time here says nothing of the server
          return confirmed.problem?.kind === 'deadline' && run.problem?.kind !== 'deadline' ? run : confirmed
        } finally {
          reference.close()
        }
      } catch {
        return run
      }
    },
  }
}

const isLimit = (problem: Problem | undefined): boolean =>
  problem?.kind === 'endless' || problem?.kind === 'memory' || problem?.kind === 'deadline'

const tookMuchWork = ({ results }: Run): boolean =>
  results.some(({ steps }) => steps.some(({ work }) => work > MUCH_WORK))

/** Waits for a session, but not for long; one that opens later is closed. */
async function waitFor(opening: Promise<Session>): Promise<Session | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), MAX_WAIT_MS)
  })
  const session = await Promise.race([opening, timeout])
  clearTimeout(timer)
  if (!session)
    opening.then(
      (late) => late.close(),
      () => undefined,
    )
  return session
}
