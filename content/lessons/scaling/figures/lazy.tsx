'use client'

import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'

export const SpreadOfScores = lazyFigure(async () => (await import('./spread-of-scores.tsx')).SpreadOfScores)
