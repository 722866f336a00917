'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import styles from './site-header.module.css'

/**
 * What doesn’t fit into the header of a phone, in a `<details>`, so that it opens without JavaScript too. With it, it
 * closes on Escape, on a click elsewhere, and when the focus leaves it.
 *
 * @param children  its entries, each an `<li>`
 */
export function MoreMenu({ children }: { readonly children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => closeFromOutside(menu.current), [])
  return (
    <details ref={menu} className={styles.more}>
      <summary className="no-marker">
        More<span className="vh"> pages and settings</span>
      </summary>
      <ul>{children}</ul>
    </details>
  )
}

/** Closes an open menu on Escape and whenever something else is used. Returns how to stop. */
function closeFromOutside(menu: HTMLDetailsElement | null): (() => void) | undefined {
  if (!menu) return undefined
  const end = new AbortController()
  const { signal } = end
  const closeUnlessInside = ({ target }: Event) => {
    if (!(target instanceof Node && menu.contains(target))) menu.open = false
  }
  document.addEventListener('pointerdown', closeUnlessInside, { signal })
  document.addEventListener('focusin', closeUnlessInside, { signal })
  document.addEventListener(
    'keydown',
    ({ key }) => {
      if (key !== 'Escape' || !menu.open) return
      const hadFocus = menu.contains(document.activeElement)
      menu.open = false
      // the focused entry is gone: the focus returns to what opened the menu
      if (hadFocus) menu.querySelector('summary')?.focus()
    },
    { signal },
  )
  return () => end.abort()
}
