'use client'

import { lazyFigure } from '../figure/lazy-figure.tsx'

/** Ratings under a card's answer. Their code comes after the page. */
export const CardRating = lazyFigure(async () => (await import('./opened-card-rating.tsx')).CardRating)
