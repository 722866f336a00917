import { createLazyView } from '../ui/lazy-view.tsx'

const load = () => import('./workbench-views.tsx')

export const LazyAskDialog = createLazyView(async () => (await load()).AskDialog)
export const LazyConsoleOutput = createLazyView(async () => (await load()).ConsoleOutput)
export const LazyEditorTools = createLazyView(async () => (await load()).EditorTools, { isSilent: true })
export const LazyHints = createLazyView(async () => (await load()).Hints)
export const LazyKeptDraft = createLazyView(async () => (await load()).KeptDraft)
export const LazyOurFault = createLazyView(async () => (await load()).GraderErrorView)
export const LazySpoken = createLazyView(async () => (await load()).Spoken, { isSilent: true })
export const LazyVerdictView = createLazyView(async () => (await load()).VerdictView)
export const LazyWorkedAnswer = createLazyView(async () => (await load()).WorkedAnswer)

/** Preloads all views, so that a learner who goes offline can still run code, read verdicts and take hints. */
export function preloadBenchViews(): void {
  for (const view of [
    LazyAskDialog,
    LazyConsoleOutput,
    LazyEditorTools,
    LazyHints,
    LazyKeptDraft,
    LazyOurFault,
    LazySpoken,
    LazyVerdictView,
    LazyWorkedAnswer,
  ])
    view.preload()
}
