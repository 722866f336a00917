'use client'

import dynamic from 'next/dynamic'
import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'

export const TrainedHeads = dynamic(async () =>
  lazyFigure(async () => (await import('./trained-heads.tsx')).TrainedHeads),
)
