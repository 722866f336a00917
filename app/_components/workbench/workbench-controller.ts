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
import { getCourseGrader, replaceGrader } from './grader.ts'
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

const SLOW_MS = 400

/** How a workbench reports to the page, and where on the page its editor goes. */
export interface WorkbenchPorts {
  readonly host: HTMLElement
  readonly label: string
  /** The id of the element that says which keys do what. */
  readonly describedBy: string
  /** The text of the textarea that replaced the editor after a failure. */
  readonly typedText: string | undefined
  readonly dispatch: (event: WorkbenchEvent) => void
  readonly onDraftStatus: (status: DraftStatus) => void
  readonly onValues: (values: TracedValues | undefined) => void
  /** Called just before the editor renders, so that nothing flickers. */
  readonly onEditorState: (editor: 'ready' | 'plain') => void
}

/** The parts of a workbench that React doesn’t render: the editor, the drafts, the runs and the server’s verdicts. */
export class WorkbenchController {
  readonly #exercise: WorkbenchExercise
  readonly #ports: WorkbenchPorts
  /** The key of the draft and the runs in this device’s storage. */
  readonly #key: string
  #drafts: DraftSync | undefined
  #queue: DurableQueue<ExerciseWork, Verdict | undefined> | undefined
  readonly #sent = new Map<string, { readonly run: number; readonly source: string; readonly isStored: boolean }>()
  readonly #cleanups: (() => void)[] = []
  #editor: CodeEditor | undefined
  #runs = 0
  #endNotice = () => {}

  constructor(exercise: WorkbenchExercise, ports: WorkbenchPorts) {
    this.#exercise = exercise
    this.#ports = ports
    this.#key = exercise.attempt ?? exercise.id
  }

  /** Opens the editor with the latest code, then preloads what a run needs. */
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
    const { typedText } = this.#ports
    const hasTyped = typedText !== undefined && typedText !== this.#exercise.starter
    if (hasTyped) drafts.change(typedText)
    this.#editor = await this.#openEditor(hasTyped ? typedText : stored)
    this.#listen()
    getCourseGrader().warm({ lesson: this.#exercise.lesson, exercise: this.#exercise.id })
    preloadBenchViews()
    if (this.#exercise.attempt === undefined) preloadSolution(this.#exercise.id)
    void drafts.join()
    runWhenIdle(sendWaitingWork)
    this.#endNotice = tellIfStricter(this.#exercise.id, this.#ports.host)
  }

  /** Runs the code in the editor. Ends the current run, if any. */
  async run(): Promise<void> {
    if (!this.#editor) return
    const source = this.#editor.text()
    const run = ++this.#runs
    const { dispatch } = this.#ports
    dispatch({ kind: 'run', run, now: Date.now() })
    const slow = setTimeout(() => dispatch({ kind: 'slow', run }), SLOW_MS)
    const exercise = { lesson: this.#exercise.lesson, exercise: this.#exercise.id }
    const onStarted = (inputs: number) => dispatch({ kind: 'started', run, inputs })
    const outcome = await getCourseGrader().grade(exercise, source, createRandomSeed(), onStarted)
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

  resetCode(): void {
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
    for (const cleanUp of this.#cleanups) cleanUp()
    this.#drafts?.close()
    this.#editor?.destroy()
  }

  async #openEditor(text: string): Promise<CodeEditor> {
    const { host, label, describedBy, onValues, onEditorState } = this.#ports
    const options: CodeEditorOptions = {
      text,
      label,
      describedBy,
      isUnaided: this.#exercise.attempt !== undefined,
      onChange: (changed) => this.#drafts?.change(changed),
      onRun: () => void this.run(),
      onValues,
    }
    try {
      const { openCodeEditor } = await import('./code-editor.ts')
      onEditorState('ready')
      return openCodeEditor(host, options)
    } catch {
      onEditorState('plain')
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
    this.#cleanups.push(
      registerSave(save),
      this.#queue?.listen((event) => this.#onSubmissionEvent(event)) ?? (() => undefined),
      () => removeEventListener('pagehide', save),
      () => removeEventListener('online', join),
      () => document.removeEventListener('visibilitychange', onVisibility),
    )
  }

  /** Queues a message to the server that the learner has seen the solution. */
  async recordSolutionView(): Promise<void> {
    await this.#queue?.add(randomId(), { exercise: this.#exercise.id, hasSeenSolution: true })
  }

  async #submit(run: number, source: string): Promise<void> {
    const id = randomId()
    this.#sent.set(id, { run, source, isStored: true })
    const storage = await this.#queue?.add(id, { exercise: this.#exercise.id, source })
    if (storage === 'memory') this.#sent.set(id, { run, source, isStored: false })
  }

  #onSubmissionEvent({ id, result }: SubmissionEvent): void {
    const sentRun = this.#sent.get(id)
    if (!sentRun) return
    const { run, source, isStored } = sentRun
    const { dispatch } = this.#ports
    if (result.kind === 'done' || result.kind === 'refused') this.#sent.delete(id)
    if (result.kind === 'done') {
      if (!result.value) return
      if (result.value.outcome === 'passed') this.#endNotice()
      dispatch({ kind: 'server-verdict', run, verdict: result.value, source, now: Date.now() })
    } else {
      dispatch({ kind: 'server', run, serverStatus: toServerStatus(result, isStored) })
    }
  }

  #mark(verdict: BrowserVerdict): void {
    const fault = summarizeVerdict(verdict).line ?? findFaultyLine(verdict)
    const values = collectLineValues(verdict)
    this.#editor?.mark({ ...(fault !== undefined && { fault }), ...(values && { values }) })
  }
}

/** Sends unsent work of earlier visits, such as ratings, because a learner may open only lessons. */
function sendWaitingWork(): void {
  import('../sending/unsent-work.ts').then(({ resumeSending }) => resumeSending()).catch(() => undefined) // the next visit sends it
}

function toServerStatus(result: Exclude<SubmissionEvent['result'], { kind: 'done' }>, isStored: boolean): ServerStatus {
  switch (result.kind) {
    case 'unreachable':
      return { kind: 'offline', isOnline: navigator.onLine, isStored }
    case 'later':
    case 'busy':
      return result.reason === undefined ? { kind: 'busy' } : { kind: 'busy', reason: result.reason }
    case 'signed-out':
    case 'other-learner':
    case 'refused':
      return { kind: 'refused', message: result.reason }
  }
}

/** Finds the line that computed the first wrong step, if steps were traced. */
function findFaultyLine({ counterexample }: BrowserVerdict): number | undefined {
  const first = counterexample?.first
  return first && counterexample.steps.find((step) => step.name === first.step)?.line
}

function createRandomSeed(): number {
  const [seed = 1] = crypto.getRandomValues(new Uint32Array(1))
  return seed >>> 1
}
