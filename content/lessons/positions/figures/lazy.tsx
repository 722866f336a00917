'use client'

import dynamic from 'next/dynamic'
import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'

export const SameDistance = dynamic(async () =>
  lazyFigure(async () => (await import('./same-distance.tsx')).SameDistance),
)
export const LongerContext = dynamic(async () =>
  lazyFigure(async () => (await import('./longer-context.tsx')).LongerContext),
)
