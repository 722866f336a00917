'use client'

import { lazy, Suspense, useEffect, useRef, useState } from 'react'

const ProseRating = lazy(() => import('./prose-rating.tsx'))

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
  return (
    <div ref={here}>
      <Suspense>{open && <ProseRating card={card} />}</Suspense>
    </div>
  )
}
