'use client'

import { useEffect, useRef, useState } from 'react'
import { createLazyView } from '../ui/lazy-view.tsx'

const LazyProseRating = createLazyView(async () => (await import('./prose-rating.tsx')).default)

/** Ratings under a card's answer in its lesson; the scheduler that they need is fetched when the answer is opened. */
export function CardRating({ card }: { readonly card: string }) {
  const here = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const details = here.current?.closest('details')
    const look = () => details?.open && setOpen(true)
    look()
    details?.addEventListener('toggle', look)
    return () => details?.removeEventListener('toggle', look)
  }, [])
  return <div ref={here}>{open && <LazyProseRating card={card} />}</div>
}
