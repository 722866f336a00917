'use client'

import styles from '../_components/ui/asked-for.module.css'
import { Button } from '../_components/ui/button.tsx'

/** A page that could not be shown. The fault is ours, and it says so. */
export default function PageError({ error, reset }: { readonly error: Error; readonly reset: () => void }) {
  // after an update of the course, the page needs code that only a reload can fetch
  const tryAgain = () => (error.name === 'ChunkLoadError' && navigator.onLine ? location.reload() : reset())
  return (
    <main id="main" className="page plain-page">
      <h1 className="question">This page could not be shown.</h1>
      <div className="prose">
        <p>
          Our fault. What you have done is kept. Try again; if it does not help, the other pages of the course are open.
        </p>
      </div>
      <p className={styles.actions}>
        <Button variant="primary" onClick={tryAgain}>
          Try again
        </Button>{' '}
        <Button href="/">Show the course</Button>
      </p>
    </main>
  )
}
