'use client'

import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'

/** A large figure that comes after the page: its first state is there at once, its code when the page has loaded. */
export const MeanPlayLater = lazyFigure(async () => (await import('./mean-play.tsx')).MeanPlay)
