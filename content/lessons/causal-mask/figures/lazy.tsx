'use client'

import dynamic from 'next/dynamic'
import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'

export const LeakDetector = dynamic(async () =>
  lazyFigure(async () => (await import('./leak-detector.tsx')).LeakDetector),
)
