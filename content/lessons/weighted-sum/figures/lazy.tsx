'use client'

import dynamic from 'next/dynamic'
import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'

export const DragTheQuery = dynamic(async () =>
  lazyFigure(async () => (await import('./drag-the-query.tsx')).DragTheQuery),
)
