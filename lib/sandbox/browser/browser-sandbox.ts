import type { Session } from '#lib/grading/runner.ts'
import type { Problem } from '#lib/grading/verdict.ts'
import type { Compiled } from '../compile/compile.ts'
import { type HarnessRequest, type HarnessResponse, session } from '../session.ts'
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

interface Pending {
  readonly settle: (reply: HarnessResponse) => void
  readonly reject: (error: Error) => void
  readonly timer: ReturnType<typeof setTimeout>
}
/** The frame ends a run at its deadline. A frame that stays silent for this long after it has crashed. */
const FRAME_TIMEOUT_MS = 2000
/** What ends sooner leaves little behind. */
const CALM_MS = 300

/**
 * Runs learners' code in the sandbox's frame, over a port that `connectFrame` made. Knows nothing of the page, so it
 * works in a worker as well.
 *
 * One session at a time: opening another ends the one before. Code that takes all memory may take the frame with it
 * (the page lives on in another process): then `onLost` is called, and the page is to load a new frame and `connect`
 * it. Until then new runs wait.
 *
 * Where something was ended by force, its process may still be clearing up, or go down a moment later. That must not be
 * laid at the next your door: what time or memory ends there is run once more, in a new frame.
 */
export class BrowserSandbox {
  /** Resolves when the frame has a worker booted. */
  up: Promise<void>
  #onLost: () => void
  #port: MessagePort
  #isUp: () => void = () => {}
  #session = 0
  #pending: Pending | undefined
  /** Whether what ran last in this frame was ended by force, or worked for so long that much may be left of it. */
  #shaken = false
  /** Whether a new frame was asked for and has not come. */
  #lost = false

  constructor(port: MessagePort, onLost: () => void = () => {}) {
    this.#onLost = onLost
    this.up = this.#wait()
    this.#port = port
    this.connect(port)
  }

  /** Goes on with a new frame. */
  connect(port: MessagePort): void {
    this.#port = port
    port.onmessage = ({ data }: MessageEvent<FrameMessage>) => {
      if (data.kind === 'up') {
        this.#lost = false
        this.#isUp()
      } else if (data.session === this.#session) this.#settle(data)
    }
  }

  /** Opens a session on a learner's code. Each of its runs may take `ms`. */
  async open(compiled: Compiled, ms = BROWSER_DEADLINE_MS): Promise<Session> {
    this.#replace()
    const id = ++this.#session
    await this.up
    const sendRequest = (request: HarnessRequest) => this.#run({ kind: 'run', session: id, request, ms })
    const requests: HarnessRequest[] = []
    let ended: Problem | undefined
    let again = this.#shaken
    return session(compiled, {
      engine: 'v8',
      exchange: async (request) => {
        if (id !== this.#session) throw new SessionReplaced()
        if (ended) return { problem: ended }
        requests.push(request)
        const began = Date.now()
        let reply = await sendRequest(request)
        if (again && isForced(reply)) {
          again = false
          reply = await this.#repeatInNewFrame(id, requests, sendRequest)
        }
        this.#shaken = isForced(reply) || Date.now() - began > CALM_MS
        if ('problem' in reply) ended = reply.problem
        return reply
      },
      close: () => {
        if (id === this.#session) this.#replace()
      },
    })
  }

  #run(message: PageMessage & { kind: 'run' }): Promise<HarnessResponse> {
    return new Promise((settle, reject) => {
      const timer = setTimeout(() => this.#lose(), message.ms + FRAME_TIMEOUT_MS)
      this.#pending = { settle, reject, timer }
      this.#port.postMessage(message)
    })
  }

  /** All that a session was asked, once more in a new frame: what the last of it gave. */
  async #repeatInNewFrame(
    id: number,
    sent: readonly HarnessRequest[],
    sendRequest: (request: HarnessRequest) => Promise<HarnessResponse>,
  ): Promise<HarnessResponse> {
    if (!this.#lost) this.#renew()
    await this.up
    let reply: HarnessResponse = { chunks: [] }
    for (const request of sent) {
      if (id !== this.#session) throw new SessionReplaced()
      reply = await sendRequest(request)
      if ('problem' in reply) break
    }
    return reply
  }

  #settle(message: Exclude<FrameMessage, { kind: 'up' }>): void {
    this.#take()?.settle(message.kind === 'wrote' ? { chunks: message.chunks } : { problem: toProblem(message) })
  }

  /** The frame's process is gone, and what ran in it is why. */
  #lose(): void {
    const pending = this.#take()
    this.#renew()
    pending?.settle({ problem: OUT_OF_MEMORY })
  }

  /** Gives this frame up and asks for another. */
  #renew(): void {
    this.#port.close()
    this.#lost = true
    this.up = this.#wait()
    this.#onLost()
  }

  /** Ends what runs now. */
  #replace(): void {
    if (this.#session === 0) return
    this.#port.postMessage({ kind: 'close', session: this.#session } satisfies PageMessage)
    this.#take()?.reject(new SessionReplaced())
  }

  #take(): Pending | undefined {
    const pending = this.#pending
    this.#pending = undefined
    clearTimeout(pending?.timer)
    return pending
  }

  #wait(): Promise<void> {
    return new Promise((resolve) => {
      this.#isUp = resolve
    })
  }
}

const isForced = (reply: HarnessResponse): boolean =>
  'problem' in reply && (reply.problem.kind === 'deadline' || reply.problem.kind === 'memory')

const OUT_OF_MEMORY: Problem = { kind: 'memory', megabytes: MEMORY_MEGABYTES, input: '' }

/** A worker that fails by itself has, as far as browsers tell, run out of memory. */
function toProblem({ why, message, ms }: FrameMessage & { kind: 'ended' }): Problem {
  if (why === 'deadline') return { kind: 'deadline', seconds: ms / 1000, input: '' }
  if (why === 'unreadable') return { kind: 'compile', message: `Your browser could not read this code: ${message}` }
  return OUT_OF_MEMORY
}
