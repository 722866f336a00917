import type { RunOptions, Session } from '#lib/grading/runner.ts'
import type { Script } from '#lib/grading/script.ts'
import type { Problem } from '#lib/grading/verdict.ts'

/**
 * Asks QuickJS about runs that a limit ended. A browser’s engine has no limit of memory and is faster, so a loop that
 * fills an array takes too many steps there, but too much memory on the server. QuickJS decides as the server does.
 *
 * @param openReference opens a session on the same code in QuickJS. If that fails, the run keeps its own problem
 */
export function confirmLimits(session: Session, openReference: () => Promise<Session>): Session {
  const requests: { readonly scripts: readonly Script[]; readonly options: RunOptions }[] = []
  return {
    ...session,
    async run(scripts, options = {}) {
      const run = await session.run(scripts, options)
      if (options.trace) return run
      requests.push({ scripts, options })
      if (!isLimit(run.problem)) return run
      try {
        const reference = await openReference()
        try {
          let confirmed = run
          // what earlier runs left in the code’s variables counts too
          for (const request of requests) confirmed = await reference.run(request.scripts, request.options)
          return confirmed
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
