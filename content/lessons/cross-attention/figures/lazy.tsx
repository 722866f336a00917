'use client'

import dynamic from 'next/dynamic'
import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'

export const TwoSequences = dynamic(async () =>
  lazyFigure(async () => (await import('./two-sequences.tsx')).TwoSequences),
)
