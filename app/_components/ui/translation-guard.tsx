'use client'

import { useEffect } from 'react'
import { followTranslation } from './follow-translation.ts'

/** Keeps the page working while a browser translates it. Renders nothing. */
export function TranslationGuard(): null {
  useEffect(followTranslation, [])
  return null
}
