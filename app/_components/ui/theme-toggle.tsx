'use client'

import { type ReactNode, useEffect } from 'react'
import { Button } from './button.tsx'

/** Light or dark, as chosen here; as the system has it until then. Which icon shows is the stylesheet's to say. */
export function ThemeToggle({ children }: { readonly children: ReactNode }) {
  useEffect(restore, [])
  return (
    <Button variant="icon" onClick={toggle} aria-label="Switch between light and dark">
      {children}
    </Button>
  )
}

/** Where a page was made in the browser alone, the script of its head has not run. */
function restore() {
  const root = document.documentElement
  try {
    const chosen = localStorage.getItem('theme')
    if (!root.dataset.theme && (chosen === 'light' || chosen === 'dark')) root.dataset.theme = chosen
  } catch {
    // storage is closed to us: as the system has it
  }
}

function toggle() {
  const root = document.documentElement
  const now = root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  root.dataset.theme = now === 'dark' ? 'light' : 'dark'
  try {
    localStorage.setItem('theme', root.dataset.theme)
  } catch {
    // storage is closed to us: the choice holds for this page
  }
}
