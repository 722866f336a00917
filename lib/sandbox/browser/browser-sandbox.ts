import type { Session } from '#lib/grading/runner.ts'
import type { Problem } from '#lib/grading/verdict.ts'
import type { Compiled } from '../compile/compile.ts'
import { type Reply, session } from '../session.ts'
import { MEMORY_MEGABYTES } from '../wire/decode.ts'
import type { FrameMessage, PageMessage } from './messages.ts'

export const BROWSER_DEADLINE_MS = 3000

/** Another session was opened, or this one was closed, while a run was under way. Its answer is nobody's. */
export class SessionReplaced extends Error {
  override readonly name = 'SessionReplaced'
  constructor() {
    super('the code was started over')
  }
}

/**
 * Runs learners' code in the sandbox's frame, over a port that `connectFrame` made. Knows nothing of the page, so it
 * works in a worker as well.
 *
 * One session at a time: opening another ends the one before.
 */
export class BrowserSandbox {
  /** Resolves when the frame has a worker booted. */
  readonly up: Promise<void>
  #port: MessagePort
  #session = 0
  #pending:
    | { readonly resolve: (reply: Reply) => void; readonly reject: (error: Error) => void; readonly ms: number }
    | undefined

  constructor(port: MessagePort) {
    this.#port = port
    this.up = new Promise((resolve) => {
      port.onmessage = ({ data }: MessageEvent<FrameMessage>) => {
        if (data.kind === 'up') resolve()
        else if (data.session === this.#session) this.#settle(data)
      }
    })
  }

  /** Opens a session on a learner's code. Each of its runs may take `ms`. */
  async open(compiled: Compiled, ms = BROWSER_DEADLINE_MS): Promise<Session> {
    this.#replace()
    const id = ++this.#session
    let ended: Problem | undefined
    return session(compiled, {
      exchange: async (request) => {
        if (id !== this.#session) throw new SessionReplaced()
        if (ended) return { problem: ended }
        const reply = await new Promise<Reply>((resolve, reject) => {
          this.#pending = { resolve, reject, ms }
          this.#say({ kind: 'run', session: id, request, ms })
        })
        if ('problem' in reply) ended = reply.problem
        return reply
      },
      close: () => {
        if (id === this.#session) this.#replace()
      },
    })
  }

  #settle(message: Exclude<FrameMessage, { kind: 'up' }>): void {
    const pending = this.#pending
    this.#pending = undefined
    if (message.kind === 'wrote') pending?.resolve({ chunks: message.chunks })
    else if (pending) pending.resolve({ problem: problemOf(message.why, message.message, pending.ms) })
  }

  /** Ends what runs now. */
  #replace(): void {
    if (this.#session === 0) return
    this.#say({ kind: 'close', session: this.#session })
    this.#pending?.reject(new SessionReplaced())
    this.#pending = undefined
  }

  #say(message: PageMessage): void {
    this.#port.postMessage(message)
  }
}

/** A worker that fails by itself has, as far as browsers tell, run out of memory. */
function problemOf(why: 'deadline' | 'failed', message: string, ms: number): Problem {
  if (why === 'deadline') return { kind: 'deadline', seconds: ms / 1000, input: '' }
  if (/could not be run/.test(message)) return { kind: 'compile', message: 'Your browser could not read this code.' }
  return { kind: 'memory', megabytes: MEMORY_MEGABYTES, input: '' }
}
