'use client'

import { useEffect } from 'react'
import { copyWithFormulas } from './copy-with-formulas.ts'

/** Makes every formula of the site copy as its TeX. Shows nothing. */
export function FormulaCopy(): null {
  useEffect(() => {
    document.addEventListener('copy', copyWithFormulas)
    return () => document.removeEventListener('copy', copyWithFormulas)
  }, [])
  return null
}
