'use client'

import { useEffect } from 'react'

/** Opens the folded entry that the address points into, for browsers that don’t do so themselves. */
export function OpenTarget() {
  useEffect(() => {
    const open = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
      const entry = target?.closest('details')
      if (!entry || entry.open) return
      entry.open = true
      target?.scrollIntoView()
    }
    open()
    addEventListener('hashchange', open)
    return () => removeEventListener('hashchange', open)
  }, [])
  return null
}
