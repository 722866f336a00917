'use client'

import PageError from './(course)/error.tsx'
import './globals.css'

/** What stands in place of a page whose frame broke. Our own: Next's would add two kilobytes to every page. */
export default function GlobalError({ reset }: { readonly reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <PageError reset={reset} />
      </body>
    </html>
  )
}
