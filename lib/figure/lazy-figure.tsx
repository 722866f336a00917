'use client'

import { Activity, type ComponentType, lazy } from 'react'

/**
 * A figure whose code comes after the page: the server draws its first state into the page, where it stands until the
 * code is there and takes over.
 *
 * An Activity and not a Suspense: the server waits for what is in it, so that the figure is there without a script.
 */
export function lazyFigure<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Figure: ComponentType<P> = lazy(async () => ({ default: await load() }))
  // biome-ignore lint/correctness/noComponentHookFactories: called once a figure, at the head of its module
  return function LazyFigure(props: P) {
    return (
      <Activity>
        <Figure {...props} />
      </Activity>
    )
  }
}
