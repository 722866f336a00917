import type { ComponentType } from 'react'
import { createLazyView, type LazyView } from '../ui/lazy-view.tsx'

type Views = typeof import('./workbench-views.tsx')
type ViewProps<Name extends keyof Views> = Parameters<Views[Name]>[0]

const preloads: (() => void)[] = []

function createWorkbenchView<Name extends keyof Views>(
  name: Name,
  options?: Parameters<typeof createLazyView>[1],
): LazyView<ViewProps<Name>> {
  const load = async () => (await import('./workbench-views.tsx'))[name] as ComponentType<ViewProps<Name>>
  const view = createLazyView(load, options)
  preloads.push(view.preload)
  return view
}

export const LazyAskDialog = createWorkbenchView('AskDialog')
export const LazyConsoleOutput = createWorkbenchView('ConsoleOutput')
export const LazyEditorTools = createWorkbenchView('EditorTools', { isSilent: true })
export const LazyHints = createWorkbenchView('Hints')
export const LazyKeptDraft = createWorkbenchView('KeptDraft')
export const LazyOurFault = createWorkbenchView('GraderErrorView')
export const LazySpoken = createWorkbenchView('Spoken', { isSilent: true })
export const LazyVerdictView = createWorkbenchView('VerdictView')
export const LazyWorkedAnswer = createWorkbenchView('WorkedAnswer')

/** Preloads all views, so that a learner who goes offline can still run code, read verdicts and take hints. */
export function preloadBenchViews(): void {
  for (const preload of preloads) preload()
}
