import { type RefObject, useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { WorkbenchExercise } from '#lib/course/workbench-exercise.ts'
import type { TracedValues } from './line-values.ts'
import { type DraftStatus, UNTOUCHED } from './save-state.ts'
import type { WorkbenchController } from './workbench-controller.ts'
import { START, type WorkbenchState, workbenchReducer } from './workbench-state.ts'

/** `asleep`: the highlighted starter is there. `failed`: a textarea, until the rest can be loaded. */
export type EditorState = 'asleep' | 'ready' | 'plain' | 'failed'

export interface UseWorkbenchResult {
  readonly state: WorkbenchState
  readonly drafts: DraftStatus
  readonly editor: EditorState
  /** What is next to the code now. */
  readonly values: TracedValues | undefined
  /** Where the editor goes. */
  readonly host: RefObject<HTMLDivElement | null>
  /** The textarea that is there after a failure. */
  readonly fallback: RefObject<HTMLTextAreaElement | null>
  /** Loads the editor and what a run needs. Asked again after a failure, it tries again. */
  readonly wake: (focus?: boolean) => void
  /** Runs what is in the editor, as soon as it is loaded. */
  readonly run: () => void
  readonly focus: () => void
  readonly startAgain: () => void
  readonly restoreDraft: () => void
  readonly takeHint: () => void
  readonly gaveUp: () => void
}

/** The life of a workbench on a page: asleep until it comes near, then an editor, drafts, runs. */
export function useWorkbench(exercise: WorkbenchExercise, describedBy: string): UseWorkbenchResult {
  const [state, dispatch] = useReducer(workbenchReducer, START)
  const [drafts, setDrafts] = useState<DraftStatus>(UNTOUCHED)
  const [editor, setEditor] = useState<EditorState>('asleep')
  const [values, setValues] = useState<TracedValues>()
  const host = useRef<HTMLDivElement>(null)
  const fallback = useRef<HTMLTextAreaElement>(null)
  const controller = useRef<Promise<WorkbenchController> | undefined>(undefined)
  const opened = useRef<WorkbenchController | undefined>(undefined)

  const open = useCallback((): Promise<WorkbenchController> => {
    controller.current ??= import('./workbench-controller.ts').then(async ({ WorkbenchController }) => {
      if (!host.current) throw new Error('The workbench has left the page.')
      const created = new WorkbenchController(exercise, {
        host: host.current,
        label: `Your code: ${exercise.fileName}`,
        describedBy,
        typedText: fallback.current?.value,
        dispatch: dispatch,
        onDraftStatus: setDrafts,
        onValues: setValues,
        onEditorState: (to) => flushSync(() => setEditor(to)),
      })
      opened.current = created
      await created.open()
      return created
    })
    controller.current.catch(() => {
      controller.current = undefined
      setEditor('failed')
    })
    return controller.current
  }, [exercise, describedBy])

  useEffect(
    () => () => {
      opened.current?.close()
      opened.current = undefined
      controller.current = undefined
    },
    [],
  )
  useEffect(() => {
    if (state.log.runs > 0 || state.log.hints > 0 || state.log.gaveUp) opened.current?.saveLog(state.log)
  }, [state.log])

  const queued = useRef(false)
  const run = useCallback(async () => {
    if (queued.current) return // pressed again while the editor loads: one run is enough
    queued.current = true
    const loadedEditor = await open().catch(() => undefined) // the editor’s state shows the failure
    queued.current = false
    await loadedEditor?.run()
  }, [open])
  const wake = useCallback(
    (focus = false) => {
      open().then(
        (workbench) => focus && workbench.focus(),
        () => undefined,
      )
    },
    [open],
  )
  return {
    state,
    drafts,
    editor,
    values,
    host,
    fallback,
    wake,
    run: () => void run(),
    focus: () => opened.current?.focus(),
    startAgain: () => opened.current?.resetCode(),
    restoreDraft: () => opened.current?.restoreDraft(),
    takeHint: () => dispatch({ kind: 'hint' }),
    gaveUp: useCallback(() => {
      dispatch({ kind: 'gave-up' })
      void opened.current?.recordSolutionView()
    }, []),
  }
}
