/** The loading state of a view. */
export type ViewState<View> =
  | { readonly status: 'idle' | 'loading' | 'failed' }
  | { readonly status: 'ready'; readonly view: View }

/** Loads the code of a view once, and again after a failure. */
export interface ViewLoader<View> {
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
