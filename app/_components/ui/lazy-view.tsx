'use client'

import { type ComponentType, type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { LoadBoundary } from '#lib/figure/load-boundary.tsx'
import { LoadFailure } from '#lib/figure/load-failure.tsx'
import { saveWork } from './save-work.ts'
import { createViewLoader } from './view-loader.ts'

interface LazyViewProps {
  /** What stands there while it loads. */
  readonly whileLoading?: ReactNode
  /** What stands there if it can't be loaded, above the sentence that says so. */
  readonly ifFailed?: ReactNode
}

/** A view whose code comes when it is needed, or before. */
export type LazyView<Props> = ComponentType<Props & LazyViewProps> & {
  /** Loads it now, so that it is there when the network is not. */
  readonly preload: () => void
}

interface LazyViewOptions {
  /** Says nothing of a failure: `ifFailed` is all. For what only screen readers read. */
  readonly isSilent?: boolean
}

/**
 * A view that comes when it is needed. Where it can't be loaded or drawn, the page stays, and a sentence offers to try
 * again; a Suspense would let the failure take the whole page.
 */
export function createLazyView<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { isSilent = false }: LazyViewOptions = {},
): LazyView<Props> {
  const loader = createViewLoader(load)
  // biome-ignore lint/correctness/noComponentHookFactories: called once a view, at the head of a module
  function LazyView({ whileLoading, ifFailed, ...props }: Props & LazyViewProps) {
    const state = useSyncExternalStore(loader.subscribe, loader.read, readOnServer)
    useEffect(() => void loader.load(), [])
    const failure = (retry: () => Promise<boolean>) => (
      <>
        {ifFailed}
        {!isSilent && <LoadFailure onRetry={retry} beforeReload={saveWork} />}
      </>
    )
    if (state.status === 'failed') return failure(loader.load)
    if (state.status !== 'ready') return whileLoading
    const View: ComponentType<Props> = state.view
    return (
      // what can't be drawn is not drawn by a second try: Reload loads the page
      <LoadBoundary fallback={() => failure(async () => false)}>
        <View {...(props as unknown as Props)} />
      </LoadBoundary>
    )
  }
  return Object.assign(LazyView, { preload: () => void loader.load() })
}

const IDLE = { status: 'idle' } as const
const readOnServer = () => IDLE
