'use client'

import dynamic from 'next/dynamic'
import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'

export const SharedHeads = dynamic(async () => lazyFigure(async () => (await import('./shared-heads.tsx')).SharedHeads))
export const CachePlanner = dynamic(async () =>
  lazyFigure(async () => (await import('#content/cache-planner/cache-planner.tsx')).CachePlanner),
)
