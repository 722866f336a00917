import type { Script } from '#lib/grading/script.ts'
import type { ActualValue } from '#lib/grading/value.ts'
import type { BrowserVerdict } from '#lib/grading/verdict.ts'
import { connectFrame, waitForFrame } from '#lib/sandbox/browser/connect-frame.ts'
import { COMPILE_TIMEOUT_MESSAGE } from '#lib/sandbox/compile/compile-timeout.ts'
import type { ExerciseName, GradeReply, GradeRequest } from './grade-protocol.ts'

/** How a run ended. A run that the next one ended counts as `stopped`. */
export type GradeOutcome =
  | { readonly kind: 'graded'; readonly verdict: BrowserVerdict }
  | { readonly kind: 'broke'; readonly message: string }
  | { readonly kind: 'stopped' }

type ReturnedValues = readonly (readonly ActualValue[])[] | undefined

interface Pending {
  readonly run: number
  readonly started: (inputs: number) => void
  readonly end: (outcome: GradeOutcome) => void
  readonly timer: ReturnType<typeof setTimeout>
  /** Runs while the code compiles, because compiling blocks the worker, which can’t stop itself. */
  compileTimer?: ReturnType<typeof setTimeout>
}

/** A run that says nothing for this long is lost: the sandbox ends code after a few seconds by itself. */
const LOST = 30_000
/** A safety net: the compiler’s work is bounded by the source’s length. The server’s verdict decides such cases. */
const COMPILE_TIMEOUT_MS = 5000
const FRAME_LATE = 15_000

/**
 * Grades in its own worker, so that the page never stops, with the learner's code in the sandboxed frame beyond it.
 * One run at a time: a new one ends the one before.
 */
export class Grader {
  readonly #worker: Worker
  #frame: HTMLIFrameElement
  #connected: Promise<void>
  readonly #closed = new AbortController()
  #pending: Pending | undefined
  #runs = 0
  readonly #calls = new Map<number, (values: ReturnedValues) => void>()

  constructor() {
    this.#worker = new Worker(new URL('./grade.worker.ts', import.meta.url), { type: 'module' })
    this.#worker.onmessage = ({ data }: MessageEvent<GradeReply>) => this.#hear(data)
    this.#worker.onerror = (event) =>
      this.#end({ kind: 'broke', message: event.message || 'The grader did not start.' })
    this.#frame = hiddenFrame()
    this.#connected = this.#connect()
  }

  /** Loads what a run will need, before there is one. */
  warm(name: ExerciseName): void {
    this.#ask({ kind: 'warm', ...name })
  }

  async grade(
    name: ExerciseName,
    source: string,
    seed: number,
    started: (inputs: number) => void,
  ): Promise<GradeOutcome> {
    this.stop()
    const run = ++this.#runs
    const outcome = new Promise<GradeOutcome>((end) => {
      const timer = setTimeout(() => this.#end({ kind: 'broke', message: 'The grader gave no answer.' }), LOST)
      this.#pending = { run, started, end, timer }
    })
    try {
      await this.#connected
    } catch (error) {
      this.#end({ kind: 'broke', message: error instanceof Error ? error.message : String(error) })
      return outcome
    }
    if (this.#pending?.run === run) this.#ask({ kind: 'run', run, source, seed, ...name })
    return outcome
  }

  /**
   * Runs scripts on code without grading it, for a figure. A run of the learner goes first.
   *
   * @returns what the steps of each script returned; undefined if one of them didn't return
   */
  async call(source: string, scripts: readonly Script[]): Promise<ReturnedValues> {
    await this.#connected
    if (this.#pending) return undefined
    const call = ++this.#runs
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#endCall(call, undefined), LOST)
      this.#calls.set(call, (values) => {
        clearTimeout(timer)
        resolve(values)
      })
      this.#ask({ kind: 'call', call, source, scripts })
    })
  }

  #endCall(call: number, values: ReturnedValues): void {
    this.#calls.get(call)?.(values)
    this.#calls.delete(call)
  }

  /** Ends the run that is under way, if there is one. */
  stop(): void {
    if (!this.#pending) return
    this.#ask({ kind: 'stop' })
    this.#end({ kind: 'stopped' })
  }

  close(): void {
    this.stop()
    for (const call of [...this.#calls.keys()]) this.#endCall(call, undefined)
    this.#worker.terminate()
    this.#frame.remove()
    this.#closed.abort()
  }

  /** Loads the frame and hands the worker a channel to it. */
  #connect(): Promise<void> {
    const frame = this.#frame
    const ready = waitForFrame(() => frame.contentWindow, this.#closed.signal)
    document.body.append(frame)
    const connected = Promise.race([ready, fail(FRAME_LATE, 'The sandbox did not open.')]).then(() => {
      if (!frame.contentWindow) throw new Error('The sandbox has left the page.')
      const port = connectFrame(frame.contentWindow)
      this.#worker.postMessage({ kind: 'connect', port } satisfies GradeRequest, [port])
    })
    connected.catch(() => undefined) // the run that waits for it reports the failure
    return connected
  }

  #replaceFrame(): void {
    this.#frame.remove()
    this.#frame = hiddenFrame()
    this.#connected = this.#connect()
  }

  #ask(request: GradeRequest): void {
    this.#worker.postMessage(request)
  }

  #hear(reply: GradeReply): void {
    if (reply.kind === 'frame-lost') {
      this.#replaceFrame()
      return
    }
    if (reply.kind === 'called') {
      this.#endCall(reply.call, reply.values)
      return
    }
    if (reply.run !== this.#pending?.run) return
    if (reply.kind === 'started') this.#start(this.#pending, reply.inputs)
    else if (reply.kind === 'compiled') clearTimeout(this.#pending.compileTimer)
    else if (reply.kind === 'graded') this.#end({ kind: 'graded', verdict: reply.verdict })
    else this.#end({ kind: 'broke', message: reply.message })
  }

  #start(pending: Pending, inputs: number): void {
    pending.started(inputs)
    const late: GradeOutcome = { kind: 'broke', message: COMPILE_TIMEOUT_MESSAGE }
    pending.compileTimer = setTimeout(() => this.#end(late), COMPILE_TIMEOUT_MS)
  }

  #end(outcome: GradeOutcome): void {
    const pending = this.#pending
    this.#pending = undefined
    if (!pending) return
    clearTimeout(pending.timer)
    clearTimeout(pending.compileTimer)
    pending.end(outcome)
  }
}

/** Made after the page is there: a frame in static HTML would say that it is ready before anyone listens. */
function hiddenFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  // a frame that the learner's code took down is loaded again from the browser's cache, also offline
  frame.src = `/sandbox/frame?v=${process.env.SANDBOX_FRAME_VERSION}`
  frame.sandbox.add('allow-scripts')
  frame.title = 'Where your code runs'
  frame.hidden = true
  frame.tabIndex = -1
  return frame
}

const fail = (ms: number, why: string): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error(why)), ms))

let grader: Grader | undefined

/** The one grader of this page. */
export function getCourseGrader(): Grader {
  grader ??= new Grader()
  return grader
}

/** After a fault of ours: the next run gets a new worker and a new frame. */
export function replaceGrader(): void {
  grader?.close()
  grader = undefined
}
