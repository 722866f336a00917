'use client'

import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'

export const HeadsSideBySide = lazyFigure(async () => (await import('./heads-side-by-side.tsx')).HeadsSideBySide)
