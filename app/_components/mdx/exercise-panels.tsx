'use client'

import { type ReactNode, useEffect, useState } from 'react'
import styles from '../workbench/bench.module.css'

interface ExercisePanelsProps {
  readonly panels: readonly { readonly id: string; readonly label: string; readonly content: ReactNode }[]
}

/**
 * The exercises of a lesson, one in sight: the one that the address names, else the first. Without a script all are
 * under each other, and their links lead from one to the next.
 */
export function ExercisePanels({ panels }: ExercisePanelsProps) {
  const [current, setCurrent] = useState<string>()
  const [target, setTarget] = useState<{ readonly id: string }>()
  useEffect(() => {
    // Next may have put back the address that it found before it hydrated the page; the browser still knows its target
    const target = panels.find(({ id }) => document.getElementById(id)?.matches(':target'))
    if (target && location.hash === '') history.replaceState(history.state, '', `#${target.id}`)
    const follow = () => {
      const targetPanel = panels.find(({ id }) => location.hash === `#${id}`)
      setCurrent((before) => targetPanel?.id ?? before ?? panels[0]?.id)
      if (targetPanel) setTarget({ id: targetPanel.id })
    }
    follow()
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [panels])
  // it was hidden when the browser looked for it; now it is in sight
  useEffect(() => {
    if (target) document.getElementById(target.id)?.scrollIntoView()
  }, [target])
  return (
    <div className={styles.panels} data-ready={current && ''}>
      {panels.map(({ id, label, content }) => (
        <section
          key={id}
          className={styles.panel}
          id={id}
          aria-label={label}
          hidden={current !== undefined && current !== id}
        >
          {content}
        </section>
      ))}
    </div>
  )
}
