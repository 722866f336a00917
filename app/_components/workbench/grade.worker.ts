import { loadExercise } from '#lib/course/load-exercise.ts'
import type { Exercise } from '#lib/grading/exercise.ts'
import { BrowserSandbox } from '#lib/sandbox/browser/browser-sandbox.ts'
import { compile } from '#lib/sandbox/compile/compile.ts'
import { gradeInFrame } from './grade-in-frame.ts'
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
    // the run that needs it tells what is wrong
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

/** Each exercise is loaded once. */
function load({ lesson, exercise }: ExerciseName): Promise<Exercise> {
  const key = `${lesson}/${exercise}`
  const loading = exercises.get(key) ?? loadExercise(lesson, exercise)
  exercises.set(key, loading)
  loading.catch(() => exercises.delete(key)) // the next run asks again
  return loading
}
