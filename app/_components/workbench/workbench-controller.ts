import { reloadForNextLearner } from '#lib/client/browser-learner.ts'
import type { DurableQueue } from '#lib/client/durable-queue.ts'
import { openLearner } from '#lib/client/open-learner.ts'
import { randomId } from '#lib/client/random-id.ts'
import type { WorkbenchExercise } from '#lib/course/workbench-exercise.ts'
import { summarizeVerdict } from '#lib/grading/summarize-verdict.ts'
import type { BrowserVerdict, Verdict } from '#lib/grading/verdict.ts'
import { recordLessonOpened } from '../ui/opened-lessons.ts'
import { runWhenIdle } from '../ui/run-when-idle.ts'
import { registerSave } from '../ui/save-work.ts'
import type { CodeEditor, CodeEditorOptions } from './code-editor.ts'
import { DraftSync } from './draft-sync.ts'
import { courseGrader, replaceGrader } from './grader.ts'
import { preloadBenchViews } from './lazy-workbench-views.ts'
import { collectLineValues, type TracedValues } from './line-values.ts'
import { openPlainEditor } from './plain-editor.ts'
import { NO_RUNS, type RunLog } from './run-log.ts'
import { runLogStore } from './run-log-store.ts'
import type { DraftStatus } from './save-state.ts'
import { preloadSolution } from './solutions.ts'
import { tellIfStricter } from './stricter-notice.ts'
import { type ExerciseWork, type SubmissionEvent, submissionQueues } from './submission-queue.ts'
import type { ServerStatus, WorkbenchEvent } from './workbench-state.ts'

const SLOW = 400

/** What a bench tells the page, and where on it the editor goes. */
export interface WorkbenchPorts {
  readonly host: HTMLElement
  readonly label: string
  /** The id of the element that says which keys do what. */
  readonly describedBy: string
  /** What was written into the textarea that stood there after a failure. */
  readonly typed: string | undefined
  readonly dispatch: (event: WorkbenchEvent) => void
  readonly onDraftStatus: (status: DraftStatus) => void
  readonly onValues: (values: TracedValues | undefined) => void
  /** The editor is about to stand in its place: called before it is drawn, so that nothing flickers. */
  readonly onEditorState: (editor: 'ready' | 'plain') => void
}

/** All of a workbench that is not drawn by React: the editor, the drafts, the runs, and what the server says of them. */
export class WorkbenchController {
  readonly #exercise: WorkbenchExercise
  readonly #ports: WorkbenchPorts
  /** What this device keeps the draft and the runs under. */
  readonly #key: string
  #drafts: DraftSync | undefined
  #queue: DurableQueue<ExerciseWork, Verdict | undefined> | undefined
  readonly #sent = new Map<string, { readonly run: number; readonly source: string; readonly isStored: boolean }>()
  readonly #ends: (() => void)[] = []
  #editor: CodeEditor | undefined
  #runs = 0
  #endNotice = () => {}

  constructor(exercise: WorkbenchExercise, ports: WorkbenchPorts) {
    this.#exercise = exercise
    this.#ports = ports
    this.#key = exercise.attempt ?? exercise.id
  }

  /** Opens the editor with what was written last, then warms up what a run needs. */
  async open(): Promise<void> {
    const learner = await openLearner()
    reloadForNextLearner()
    recordLessonOpened(location.pathname)
    const drafts = new DraftSync({
      learner,
      exercise: this.#key,
      starter: this.#exercise.starter,
      isShared: this.#exercise.attempt === undefined,
      onStatus: this.#ports.onDraftStatus,
      onText: (text) => this.#editor?.load(text),
    })
    this.#drafts = drafts
    this.#queue = submissionQueues.get(learner)
    const [stored, log = NO_RUNS] = await Promise.all([drafts.load(), runLogStore.read(this.#key)])
    this.#runs = log.runs
    this.#ports.dispatch({ kind: 'remembered', log })
    const { typed } = this.#ports
    const written = typed !== undefined && typed !== this.#exercise.starter
    if (written) drafts.change(typed)
    this.#editor = await this.#openEditor(written ? typed : stored)
    this.#listen()
    courseGrader().warm({ lesson: this.#exercise.lesson, exercise: this.#exercise.id })
    preloadBenchViews()
    if (this.#exercise.attempt === undefined) preloadSolution(this.#exercise.id)
    void drafts.join()
    runWhenIdle(sendWaitingWork)
    this.#endNotice = tellIfStricter(this.#exercise.id, this.#ports.host)
  }

  /** Runs what stands in the editor. A run that is under way ends. */
  async run(): Promise<void> {
    if (!this.#editor) return
    const source = this.#editor.text()
    const run = ++this.#runs
    const { dispatch } = this.#ports
    dispatch({ kind: 'run', run, now: Date.now() })
    const slow = setTimeout(() => dispatch({ kind: 'slow', run }), SLOW)
    const name = { lesson: this.#exercise.lesson, exercise: this.#exercise.id }
    const started = (inputs: number) => dispatch({ kind: 'started', run, inputs })
    const outcome = await courseGrader().grade(name, source, randomSeed(), started)
    clearTimeout(slow)
    if (outcome.kind === 'stopped') return
    if (outcome.kind === 'broke') {
      replaceGrader()
      dispatch({ kind: 'broke', run, message: outcome.message, isOffline: !navigator.onLine })
    } else {
      dispatch({ kind: 'graded', run, verdict: outcome.verdict, source, now: Date.now() })
      this.#mark(outcome.verdict)
      if (outcome.verdict.outcome === 'did-not-run') return // nothing was graded
    }
    await this.#submit(run, source)
  }

  focus(): void {
    this.#editor?.focus()
  }

  startAgain(): void {
    const text = this.#drafts?.startAgain()
    if (text === undefined) return
    this.#editor?.replace(text)
    this.#editor?.mark({})
  }

  restoreDraft(): void {
    const text = this.#drafts?.restore()
    if (text !== undefined) this.#editor?.replace(text)
  }

  saveLog(log: RunLog): void {
    void runLogStore.save(this.#key, log)
  }

  close(): void {
    this.#endNotice()
    for (const end of this.#ends) end()
    this.#drafts?.close()
    this.#editor?.destroy()
  }

  async #openEditor(text: string): Promise<CodeEditor> {
    const { host, label, describedBy, onValues, onEditorState: tellEditor } = this.#ports
    const options: CodeEditorOptions = {
      text,
      label,
      describedBy,
      unaided: this.#exercise.attempt !== undefined,
      onChange: (changed) => this.#drafts?.change(changed),
      onRun: () => void this.run(),
      onValues,
    }
    try {
      const { openCodeEditor } = await import('./code-editor.ts')
      tellEditor('ready')
      return openCodeEditor(host, options)
    } catch {
      tellEditor('plain')
      return openPlainEditor(host, options)
    }
  }

  #listen(): void {
    const save = () => this.#drafts?.flush()
    const join = () => void this.#drafts?.join()
    const onVisibility = () => void (document.visibilityState === 'visible' ? join() : save())
    addEventListener('pagehide', save)
    addEventListener('online', join)
    document.addEventListener('visibilitychange', onVisibility)
    this.#ends.push(
      registerSave(save),
      this.#queue?.listen((event) => this.#hear(event)) ?? (() => undefined),
      () => removeEventListener('pagehide', save),
      () => removeEventListener('online', join),
      () => document.removeEventListener('visibilitychange', onVisibility),
    )
  }

  /** The learner has looked at the solution: the server is told when it can be reached. */
  async recordSolutionView(): Promise<void> {
    await this.#queue?.add(randomId(), { exercise: this.#exercise.id, hasSeenSolution: true })
  }

  async #submit(run: number, source: string): Promise<void> {
    const id = randomId()
    this.#sent.set(id, { run, source, isStored: true })
    const storage = await this.#queue?.add(id, { exercise: this.#exercise.id, source })
    if (storage === 'memory') this.#sent.set(id, { run, source, isStored: false })
  }

  #hear({ id, result }: SubmissionEvent): void {
    const sentSource = this.#sent.get(id)
    if (!sentSource) return
    const { run, source, isStored } = sentSource
    const { dispatch } = this.#ports
    if (result.kind === 'done' || result.kind === 'refused') this.#sent.delete(id)
    if (result.kind === 'done') {
      if (!result.value) return
      if (result.value.outcome === 'passed') this.#endNotice()
      dispatch({ kind: 'server-verdict', run, verdict: result.value, source, now: Date.now() })
    } else {
      dispatch({ kind: 'server', run, word: toServerWord(result, isStored) })
    }
  }

  #mark(verdict: BrowserVerdict): void {
    const fault = summarizeVerdict(verdict).line ?? faultyStepLine(verdict)
    const values = collectLineValues(verdict)
    this.#editor?.mark({ ...(fault !== undefined && { fault }), ...(values && { values }) })
  }
}

/** Sends what earlier visits left on this device, such as ratings: a learner may open nothing but lessons. */
function sendWaitingWork(): void {
  import('../sending/unsent-work.ts').then(({ resumeSending }) => resumeSending()).catch(() => undefined) // the next visit sends it
}

function toServerWord(result: Exclude<SubmissionEvent['result'], { kind: 'done' }>, isStored: boolean): ServerStatus {
  switch (result.kind) {
    case 'unreachable':
      return { kind: 'offline', line: navigator.onLine, isStored }
    case 'later':
    case 'busy':
      return result.reason === undefined ? { kind: 'busy' } : { kind: 'busy', reason: result.reason }
    case 'signed-out':
    case 'other-learner':
    case 'refused':
      return { kind: 'refused', message: result.reason }
  }
}

/** The line that made the first wrong step, where one was traced. */
function faultyStepLine({ counterexample }: BrowserVerdict): number | undefined {
  const first = counterexample?.first
  return first && counterexample.steps.find((step) => step.name === first.step)?.line
}

function randomSeed(): number {
  const [seed = 1] = crypto.getRandomValues(new Uint32Array(1))
  return seed >>> 1
}
