import { useSyncExternalStore } from 'react'

/** The theme of the page; a component that draws colors itself draws again when it changes. */
export const useTheme = (): string => useSyncExternalStore(subscribe, readTheme, () => '')

function readTheme(): string {
  return (
    document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  )
}

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const preference = matchMedia('(prefers-color-scheme: dark)')
  preference.addEventListener('change', onChange)
  return () => {
    observer.disconnect()
    preference.removeEventListener('change', onChange)
  }
}
