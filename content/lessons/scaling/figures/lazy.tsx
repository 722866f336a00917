'use client'

import { lazyFigure } from '#lib/figure/lazy-figure.tsx'

export const SpreadOfScores = lazyFigure(async () => (await import('./spread-of-scores.tsx')).SpreadOfScores)
