'use client'

import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'

export const CacheCalculator = lazyFigure(async () => (await import('./cache-calculator.tsx')).CacheCalculator)
export const DecodeWithAndWithout = lazyFigure(
  async () => (await import('./decode-with-and-without.tsx')).DecodeWithAndWithout,
)
