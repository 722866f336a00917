'use client'

import { Activity, type ComponentType, lazy, useState } from 'react'
import { LoadBoundary } from './load-boundary.tsx'
import { LoadFailure } from './load-failure.tsx'
// the server draws figures whose code comes later: their styles have to be there before it
import './bar-row.module.css'
import './controls.module.css'
import './figure.module.css'
import './legend.module.css'
import './matrix.module.css'
import './plot.module.css'

/**
 * A figure whose code comes after the page: the server draws its first state into the page, where it stands until the
 * code is there and takes over. If the code can’t be loaded, an error message replaces the figure and the rest of the
 * page keeps working.
 *
 * An Activity and not a Suspense: the server waits for what is in it, so that the figure is there without a script.
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
