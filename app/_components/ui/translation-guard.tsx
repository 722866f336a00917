'use client'

import { useEffect } from 'react'
import { followTranslation } from './follow-translation.ts'

/** Keeps the page whole while a browser translates it. Shows nothing. */
export function TranslationGuard(): null {
  useEffect(followTranslation, [])
  return null
}
