'use client'

import dynamic from 'next/dynamic'
import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'

export const SpreadOfScores = dynamic(async () =>
  lazyFigure(async () => (await import('./spread-of-scores.tsx')).SpreadOfScores),
)
