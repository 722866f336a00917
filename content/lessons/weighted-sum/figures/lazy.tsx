'use client'

import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'
// the server draws the figure before its code is there
import './drag-the-query.module.css'
import './plane.module.css'

export const DragTheQuery = lazyFigure(async () => (await import('./drag-the-query.tsx')).DragTheQuery)
