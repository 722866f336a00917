import { createLazyView } from '../ui/lazy-view.tsx'

const load = () => import('./bench-views.ts')

export const LazyAskDialog = createLazyView(async () => (await load()).AskDialog)
export const LazyConsoleOutput = createLazyView(async () => (await load()).ConsoleOutput)
export const LazyHints = createLazyView(async () => (await load()).Hints)
export const LazyKeptDraft = createLazyView(async () => (await load()).KeptDraft)
export const LazyOurFault = createLazyView(async () => (await load()).OurFault)
export const LazySpoken = createLazyView(async () => (await load()).Spoken, { isSilent: true })
export const LazyVerdictView = createLazyView(async () => (await load()).VerdictView)
export const LazyWorkedAnswer = createLazyView(async () => (await load()).WorkedAnswer)

/** Loads all of them: a learner whose network goes away runs, reads verdicts and takes hints as before. */
export function preloadBenchViews(): void {
  for (const view of [
    LazyAskDialog,
    LazyConsoleOutput,
    LazyHints,
    LazyKeptDraft,
    LazyOurFault,
    LazySpoken,
    LazyVerdictView,
    LazyWorkedAnswer,
  ])
    view.preload()
}
