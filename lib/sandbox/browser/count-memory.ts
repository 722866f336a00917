import type { HeapSampling, Run, Session } from '#lib/grading/runner.ts'
import type { Script } from '#lib/grading/script.ts'
import type { Compiled } from '../compile/compile.ts'
import { QuickJsSandbox } from '../quickjs/quickjs-sandbox.ts'

/** Where the page's server gives QuickJS and what it evaluates first. */
export const QUICKJS_PATH = '/sandbox/quickjs'
export const HARNESS_PATH = '/sandbox/harness'

let sandbox: Promise<QuickJsSandbox> | undefined

/**
 * Counts living array elements as the server does: in QuickJS, since a browser's own engine does not tell. Loaded and
 * booted when first needed; for the grading worker, not for the page.
 *
 * @throws Error when QuickJS could not be loaded
 */
export async function countMemory(
  compiled: Compiled,
  scripts: readonly Script[],
  sampling: HeapSampling,
): Promise<Run> {
  const session = await (await bootQuickJs()).open(compiled)
  try {
    if (!session.measureMemory) throw new Error('QuickJS counts no memory')
    return await session.measureMemory(scripts, sampling)
  } finally {
    session.close()
  }
}

/**
 * Opens a session in QuickJS, on the page’s side. Only one can be open.
 *
 * @throws Error when QuickJS could not be loaded
 */
export async function openInQuickJs(compiled: Compiled): Promise<Session> {
  return (await bootQuickJs()).open(compiled)
}

/** Boots QuickJS ahead of the first count. */
export async function warmMemoryCounter(): Promise<void> {
  await bootQuickJs()
}

function bootQuickJs(): Promise<QuickJsSandbox> {
  const booting = sandbox ?? boot()
  sandbox = booting
  booting.catch(() => {
    sandbox = undefined // the next count tries again
  })
  return booting
}

async function boot(): Promise<QuickJsSandbox> {
  const [module, harness] = await Promise.all([
    get(QUICKJS_PATH).then(async (answer) => WebAssembly.compile(await answer.arrayBuffer())),
    get(HARNESS_PATH).then((answer) => answer.text()),
  ])
  return QuickJsSandbox.boot({ module, harness })
}

async function get(path: string): Promise<Response> {
  const answer = await fetch(new URL(path, self.location.origin))
  if (!answer.ok) throw new Error(`The memory counter could not be loaded (${path}: ${answer.status}).`)
  return answer
}
