'use client'

import { lazyFigure } from '../figure/lazy-figure.tsx'

/** What was asked for and is not there. Every page carries what may be in its place: of this, only the name. */
export const LazyNotFoundDetails = lazyFigure(async () => (await import('./not-found-details.tsx')).NotFoundDetails)
