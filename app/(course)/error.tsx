'use client'

import styles from '../_components/ui/asked-for.module.css'
import { Button } from '../_components/ui/button.tsx'

/** The error boundary of the course’s pages. */
export default function PageError({ error, reset }: { readonly error: Error; readonly reset: () => void }) {
  // after an update of the course, the page needs code that only a reload can fetch
  const tryAgain = () => (error.name === 'ChunkLoadError' && navigator.onLine ? location.reload() : reset())
  return (
    <main id="main" className="page plain-page">
      <h1 className="question">We couldn’t show this page.</h1>
      <div className="prose">
        <p>This is our bug, not yours. Try again. If that doesn’t help, the other pages of the course still work.</p>
      </div>
      <p className={`cluster ${styles.actions}`}>
        <Button variant="primary" onClick={tryAgain}>
          Try again
        </Button>
        <Button href="/">Show the course</Button>
      </p>
    </main>
  )
}
