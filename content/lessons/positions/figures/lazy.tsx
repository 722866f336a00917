'use client'

import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'

export const SameDistance = lazyFigure(async () => (await import('./same-distance.tsx')).SameDistance)
export const LongerContext = lazyFigure(async () => (await import('./longer-context.tsx')).LongerContext)
