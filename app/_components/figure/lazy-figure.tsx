'use client'

import { Activity, type ComponentType, lazy, useState } from 'react'
import { LoadBoundary } from './load-boundary.tsx'
import { LoadFailure } from './load-failure.tsx'

/**
 * A figure whose code comes after the page: the server draws its first state into the page, where it is until the
 * code is there and takes over. If the code can’t be loaded, an error message replaces the figure and the rest of the
 * page keeps working.
 *
 * An Activity and not a Suspense: the server waits for what is in it, so that the figure is there without a script. Inside
 * `dynamic`, which links the styles of the code that is imported in it, and only on pages that show the figure:
 * `dynamic(async () => lazyFigure(async () => (await import('./my-figure.tsx')).MyFigure))`
 */
export function lazyFigure<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const createFigure = (): ComponentType<P> => lazy(async () => ({ default: await load() }))
  const first = createFigure()
  // biome-ignore lint/correctness/noComponentHookFactories: called once a figure, at the head of its module
  return function LazyFigure(props: P) {
    const [Figure, setFigure] = useState(() => first)
    const retry = async (reset: () => void) => {
      try {
        await load()
      } catch {
        return false
      }
      setFigure(createFigure)
      reset()
      return true
    }
    return (
      <LoadBoundary fallback={(reset) => <LoadFailure onRetry={() => retry(reset)} />}>
        <Activity>
          <Figure {...props} />
        </Activity>
      </LoadBoundary>
    )
  }
}
