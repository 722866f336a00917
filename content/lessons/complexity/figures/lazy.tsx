'use client'

import dynamic from 'next/dynamic'
import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'

export const MeasuredCost = dynamic(async () =>
  lazyFigure(async () => (await import('./measured-cost.tsx')).MeasuredCost),
)
