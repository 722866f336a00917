'use client'

import { useEffect } from 'react'

/** Marks the current position in the rail: the last of its targets that has passed the upper third of the window. */
export function RailHere({ rail }: { readonly rail: string }) {
  useEffect(() => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>(`#${rail} a:not([href="#main"])`)]
    let frame = 0
    const mark = () => {
      frame = 0
      const passed = links.filter(({ hash }) => {
        const box = document.getElementById(hash.slice(1))?.getBoundingClientRect()
        return box && box.height > 0 && box.top < innerHeight / 3
      })
      const here = passed.at(-1) ?? links[0]
      for (const link of links) {
        if (link === here) link.setAttribute('aria-current', 'true')
        else link.removeAttribute('aria-current')
      }
    }
    const later = () => {
      frame ||= requestAnimationFrame(mark)
    }
    mark()
    addEventListener('scroll', later, { passive: true })
    return () => {
      removeEventListener('scroll', later)
      cancelAnimationFrame(frame)
    }
  }, [rail])
  return null
}
