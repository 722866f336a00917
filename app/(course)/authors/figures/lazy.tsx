'use client'

import dynamic from 'next/dynamic'
import { lazyFigure } from '#app/_components/figure/lazy-figure.tsx'

/** A large figure that loads after the page: its first state is there at once, its code follows. */
export const LazyMeanPlay = dynamic(async () => lazyFigure(async () => (await import('./mean-play.tsx')).MeanPlay))
