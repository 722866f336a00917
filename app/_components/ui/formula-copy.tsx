'use client'

import { useEffect } from 'react'
import { copyWithFormulas } from './copy-with-formulas.ts'

/** Makes every formula on the site copy as TeX. Renders nothing. */
export function FormulaCopy(): null {
  useEffect(() => {
    document.addEventListener('copy', copyWithFormulas)
    return () => document.removeEventListener('copy', copyWithFormulas)
  }, [])
  return null
}
