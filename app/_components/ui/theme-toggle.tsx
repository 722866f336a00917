'use client'

import { Moon, Sun } from 'lucide-react'

/** Light or dark, as chosen here; as the system has it until then. Which icon shows is the stylesheet's to say. */
export function ThemeToggle() {
  return (
    <button className="icon-button" type="button" onClick={toggle} aria-label="Switch between light and dark">
      <Moon className="i theme-light-icon" size={18} aria-hidden="true" />
      <Sun className="i theme-dark-icon" size={18} aria-hidden="true" />
    </button>
  )
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
