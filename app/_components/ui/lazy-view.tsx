'use client'

import { type ComponentType, type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { LoadBoundary } from '../figure/load-boundary.tsx'
import { LoadFailure } from '../figure/load-failure.tsx'
import { saveWork } from './save-work.ts'

interface LazyViewProps {
  /** Shown while the view loads. */
  readonly whileLoading?: ReactNode
  /** Shown above the error message if the view can’t be loaded. */
  readonly ifFailed?: ReactNode
}

/** A component whose code loads when it is first rendered, or earlier with `preload`. */
export type LazyView<Props> = ComponentType<Props & LazyViewProps> & {
  /** Loads the code now, so that the view also works offline. */
  readonly preload: () => void
}

interface LazyViewOptions {
  /** Shows only `ifFailed` after a failure, without an error message. For views that only screen readers see. */
  readonly isSilent?: boolean
}

/**
 * Creates a view that loads when it is first rendered. If it can’t be loaded or rendered, a message offers to try again
 * and the rest of the page keeps working; with Suspense the error would take down the whole page.
 */
export function createLazyView<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { isSilent = false }: LazyViewOptions = {},
): LazyView<Props> {
  const loader = createViewLoader(load)
  // biome-ignore lint/correctness/noComponentHookFactories: called once per view, at module level
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
      // a second attempt would fail to render too, so Reload reloads the page
      <LoadBoundary fallback={() => failure(async () => false)}>
        <View {...(props as unknown as Props)} />
      </LoadBoundary>
    )
  }
  return Object.assign(LazyView, { preload: () => void loader.load() })
}

const IDLE = { status: 'idle' } as const
const readOnServer = () => IDLE

/** The loading state of a view. */
type ViewState<View> =
  | { readonly status: 'idle' | 'loading' | 'failed' }
  | { readonly status: 'ready'; readonly view: View }

/** Loads the code of a view once, and again after a failure. */
interface ViewLoader<View> {
  readonly read: () => ViewState<View>
  readonly subscribe: (listener: () => void) => () => void
  /** Loads the view unless it is loaded or loading. Resolves to whether it is loaded; never rejects. */
  readonly load: () => Promise<boolean>
}

/** The `load` functions of views that failed to load. When a retry of one succeeds, we retry the others too. */
const failedLoads = new Set<() => Promise<boolean>>()

/** Creates the loader of one view. It lives as long as the page is open. */
export function createViewLoader<View>(load: () => Promise<View>): ViewLoader<View> {
  let state: ViewState<View> = { status: 'idle' }
  let pending: Promise<boolean> | undefined
  const listeners = new Set<() => void>()
  const change = (to: ViewState<View>) => {
    state = to
    for (const listener of listeners) listener()
  }
  const attempt = async (): Promise<boolean> => {
    const isRetry = state.status === 'failed'
    if (!isRetry) change({ status: 'loading' }) // after a failure, keep showing the error message during a retry
    try {
      change({ status: 'ready', view: await load() })
    } catch {
      failedLoads.add(loadView)
      change({ status: 'failed' })
      return false
    } finally {
      pending = undefined
    }
    failedLoads.delete(loadView)
    if (isRetry) for (const loadOther of failedLoads) void loadOther()
    return true
  }
  const loadView = async (): Promise<boolean> => {
    if (state.status === 'ready') return true
    pending ??= attempt()
    return pending
  }
  return {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    load: loadView,
  }
}
