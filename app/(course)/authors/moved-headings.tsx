'use client'

import { useEffect } from 'react'
import { findMovedHeading } from './guide-pages.ts'

/** On `/authors`: takes old links to headings that are on other pages now to those pages. */
export function MovedHeadings() {
  useEffect(() => {
    const follow = () => {
      const moved = findMovedHeading(location.hash)
      if (moved) location.replace(moved)
    }
    follow()
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return null
}
