'use client'

import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'

export const LeakDetector = lazyFigure(async () => (await import('./leak-detector.tsx')).LeakDetector)
