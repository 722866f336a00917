'use client'

import dynamic from 'next/dynamic'
import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'

export const TilesOverScores = dynamic(async () =>
  lazyFigure(async () => (await import('./tiles-over-scores.tsx')).TilesOverScores),
)
export const MemoryAndTraffic = dynamic(async () =>
  lazyFigure(async () => (await import('./memory-and-traffic.tsx')).MemoryAndTraffic),
)
