'use client'

import { useEffect, useRef, useState } from 'react'
import { createLazyView } from '../ui/lazy-view.tsx'
import { runWhenIdle } from '../ui/run-when-idle.ts'

const LazyProseRating = createLazyView(async () => (await import('./prose-rating.tsx')).default)

/**
 * Ratings under a card's answer in its lesson. The scheduler that they need is loaded when the browser is idle, so that
 * a learner who goes offline can rate too.
 */
export function CardRating({ card }: { readonly card: string }) {
  const here = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    runWhenIdle(LazyProseRating.preload)
    const details = here.current?.closest('details')
    const look = () => details?.open && setOpen(true)
    look()
    details?.addEventListener('toggle', look)
    return () => details?.removeEventListener('toggle', look)
  }, [])
  return <div ref={here}>{open && <LazyProseRating card={card} />}</div>
}
