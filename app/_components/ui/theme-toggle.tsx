'use client'

import { type ReactNode, useEffect } from 'react'
import { Button } from './button.tsx'

interface ThemeToggleProps {
  readonly className?: string
  /** Its name, if it shows an icon alone. */
  readonly label?: string
  readonly children: ReactNode
}

/** Switches to the other theme and remembers it on this device. Until then the theme is the system’s. */
export function ThemeToggle({ className, label, children }: ThemeToggleProps) {
  useEffect(restore, [])
  return (
    <Button variant={label ? 'icon' : 'plain'} className={className} onClick={toggle} aria-label={label}>
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
