'use client'

import dynamic from 'next/dynamic'
import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'

export const CacheCalculator = dynamic(async () =>
  lazyFigure(async () => (await import('./cache-calculator.tsx')).CacheCalculator),
)
export const DecodeWithAndWithout = dynamic(async () =>
  lazyFigure(async () => (await import('./decode-with-and-without.tsx')).DecodeWithAndWithout),
)
