'use client'

import { lazyFigure } from '#lib/figure/lazy-figure.tsx'

export const LeakDetector = lazyFigure(async () => (await import('./leak-detector.tsx')).LeakDetector)
