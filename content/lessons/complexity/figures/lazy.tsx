'use client'

import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'
// the server draws the figure before its code is there
import './measured-cost.module.css'

export const MeasuredCost = lazyFigure(async () => (await import('./measured-cost.tsx')).MeasuredCost)
