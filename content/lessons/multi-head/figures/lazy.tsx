'use client'

import dynamic from 'next/dynamic'
import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'

export const HeadsSideBySide = dynamic(async () =>
  lazyFigure(async () => (await import('./heads-side-by-side.tsx')).HeadsSideBySide),
)
