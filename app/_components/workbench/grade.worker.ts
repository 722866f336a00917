import { loadExercise } from '#lib/course/load-exercise.ts'
import type { Exercise } from '#lib/grading/exercise.ts'
import { gradeWithCounterexample } from '#lib/grading/grade-with-counterexample.ts'
import type { Session } from '#lib/grading/runner.ts'
import type { Script } from '#lib/grading/script.ts'
import type { ActualValue } from '#lib/grading/value.ts'
import type { BrowserVerdict } from '#lib/grading/verdict.ts'
import { BrowserSandbox } from '#lib/sandbox/browser/browser-sandbox.ts'
import { confirmLimits } from '#lib/sandbox/browser/confirm-limits.ts'
import { type Compiled, compile } from '#lib/sandbox/compile/compile.ts'
import { compileAnswer } from '#lib/sandbox/grade-source.ts'
import type { ExerciseName, GradeReply, GradeRequest } from './grade-protocol.ts'

// Grades off the page's main thread. The learner's code runs further out, in the sandboxed frame behind `sandbox`.

let sandbox: BrowserSandbox | undefined
let current: AbortController | undefined
const exercises = new Map<string, Promise<Exercise>>()

self.onmessage = ({ data }: MessageEvent<GradeRequest>) => {
  switch (data.kind) {
    case 'connect':
      connect(data.port)
      return
    case 'warm':
      void warm(data)
      return
    case 'stop':
      current?.abort()
      return
    case 'run':
      void run(data)
      return
    case 'call':
      void call(data)
  }
}

function connect(port: MessagePort): void {
  if (sandbox) sandbox.connect(port)
  else sandbox = new BrowserSandbox(port, () => self.postMessage({ kind: 'frame-lost' } satisfies GradeReply))
}

/** The first use of the compiler and of an exercise is slow: it is made before a learner waits for it. */
async function warm(name: ExerciseName): Promise<void> {
  try {
    compile('export const warm = (n: number): number[] => [n].map((x) => x)').traced()
    const exercise = await load(name)
    for (const { script } of exercise.cases(1).slice(0, 8)) exercise.expected(script)
    if (exercise.memory) await (await import('#lib/sandbox/browser/count-memory.ts')).warmMemoryCounter()
  } catch {
    // the run that needs it reports what is wrong
  }
}

async function run({ run, source, seed, ...name }: GradeRequest & { readonly kind: 'run' }): Promise<void> {
  current?.abort()
  const mine = new AbortController()
  current = mine
  const post = (reply: GradeReply) => {
    if (!mine.signal.aborted) self.postMessage(reply)
  }
  try {
    if (!sandbox) throw new Error('The sandbox is not connected.')
    const exercise = await load(name)
    post({ kind: 'started', run, inputs: exercise.cases(seed).length })
    const onCompiled = () => post({ kind: 'compiled', run })
    const verdict = await gradeInFrame(sandbox, { exercise, source, seed, signal: mine.signal, onCompiled })
    post({ kind: 'graded', run, verdict })
  } catch (error) {
    post({ kind: 'broke', run, message: error instanceof Error ? error.message : String(error) })
  }
}

/** A run of the learner that begins meanwhile ends this one. */
async function call({ call, source, scripts }: GradeRequest & { readonly kind: 'call' }): Promise<void> {
  let values: ActualValue[][] | undefined
  try {
    values = await callInFrame(source, scripts)
  } catch {
    // it doesn't compile, or gave way to a run: nothing was returned
  }
  self.postMessage({ kind: 'called', call, ...(values && { values }) } satisfies GradeReply)
}

async function callInFrame(source: string, scripts: readonly Script[]): Promise<ActualValue[][] | undefined> {
  if (!sandbox) return undefined
  const session = await sandbox.open(compile(source))
  try {
    const values: ActualValue[][] = []
    for (const script of scripts) {
      const { results, problem } = await session.run([script], { unchanged: false })
      const outcomes = results[0]?.steps.map(({ outcome }) => outcome) ?? []
      const returned = outcomes.flatMap((outcome) => (outcome.kind === 'returned' ? [outcome.value] : []))
      if (problem || returned.length < script.length) return undefined
      values.push(returned)
    }
    return values
  } finally {
    session.close()
  }
}

/** Each exercise is loaded once. */
function load({ lesson, exercise }: ExerciseName): Promise<Exercise> {
  const key = `${lesson}/${exercise}`
  const loading = exercises.get(key) ?? loadExercise(lesson, exercise)
  exercises.set(key, loading)
  loading.catch(() => exercises.delete(key)) // the next run asks again
  return loading
}

interface Graded {
  readonly exercise: Exercise
  readonly source: string
  readonly seed: number
  /** Aborted when the learner starts over: what runs in the frame is ended, and the promise is rejected. */
  readonly signal: AbortSignal
  /** Called once the code has compiled, before it runs. */
  readonly onCompiled: () => void
}

/** Compiles an answer, runs it in the sandboxed frame and looks at it closely. */
async function gradeInFrame(
  sandbox: BrowserSandbox,
  { exercise, source, seed, signal, onCompiled }: Graded,
): Promise<BrowserVerdict> {
  const began = performance.now()
  const result = compileAnswer(exercise, source, seed)
  if (result.kind === 'verdict')
    return { ...result.verdict, traces: [], console: { lines: [], dropped: 0 }, ms: performance.now() - began }
  const { compiled } = result
  signal.throwIfAborted()
  onCompiled()
  const session = withQuickJs(await sandbox.open(compiled), compiled)
  const close = () => session.close()
  signal.addEventListener('abort', close)
  try {
    const verdict = await gradeWithCounterexample(exercise, seed, session, () => performance.now())
    return { ...verdict, ms: performance.now() - began }
  } finally {
    signal.removeEventListener('abort', close)
    close()
  }
}

/**
 * The frame's engine neither measures memory nor limits it: QuickJS does both, as on the server. It is loaded when it is
 * first needed.
 */
function withQuickJs(session: Session, compiled: Compiled): Session {
  const load = () => import('#lib/sandbox/browser/count-memory.ts')
  return {
    ...confirmLimits(session, compiled, async () => (await load()).openInQuickJs(compiled)),
    measureMemory: async (scripts, sampling) => (await load()).countMemory(compiled, scripts, sampling),
  }
}
