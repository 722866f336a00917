'use client'

import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'

export const TwoSequences = lazyFigure(async () => (await import('./two-sequences.tsx')).TwoSequences)
