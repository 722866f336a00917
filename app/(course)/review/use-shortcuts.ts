import { useCallback, useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { readShortcutKey } from '../../_components/ui/shortcut-key.ts'

/** What single keys do in a session. */
export interface Shortcuts {
  /** Space: show the answer, and once it is shown the suggested rating. */
  readonly go: () => void
  readonly rate: (rating: 1 | 2 | 3 | 4) => void
  readonly undo: () => void
  readonly bury: () => void
  readonly suspend: () => void
}

/**
 * The shortcuts of a review session: Space, 1–4, U, B, S, in any keyboard layout. They work on the page and its
 * buttons, but not in a text field, with a modifier, while an input method is composing, or while they are turned off.
 */
export function useShortcuts(shortcuts: Shortcuts, on: boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat) return
    const { target } = event
    if (target instanceof HTMLElement && target.closest(WRITES)) return
    const key = readShortcutKey(event)
    const work = key === undefined ? undefined : findShortcut(key, shortcuts)
    // a space or Enter presses the button, link or menu that it is on
    if (!work || (key === ' ' && target instanceof HTMLElement && target.closest(PRESSED))) return
    event.preventDefault()
    work()
  })
  useEffect(() => {
    if (!on) return
    const listener = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [on])
}

const WRITES = 'input:not([readonly]), textarea, select, [contenteditable="true"], dialog'
const PRESSED = 'button, a, summary'

function findShortcut(key: string, shortcuts: Shortcuts): (() => void) | undefined {
  switch (key) {
    case ' ':
      return shortcuts.go
    case '1':
    case '2':
    case '3':
    case '4':
      return () => shortcuts.rate(Number(key) as 1 | 2 | 3 | 4)
    case 'u':
      return shortcuts.undo
    case 'b':
      return shortcuts.bury
    case 's':
      return shortcuts.suspend
    default:
      return undefined
  }
}

const KEY = 'review-keys'
const listeners = new Set<() => void>()

/** Whether single keys do something; kept on this device. On until one turns them off. */
export function useKeysOn(): readonly [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, read, () => true)
  const set = useCallback((to: boolean) => {
    try {
      localStorage.setItem(KEY, to ? 'on' : 'off')
    } catch {
      chosen = to
    }
    for (const listener of listeners) listener()
  }, [])
  return [on, set]
}

/** Where the browser keeps nothing. */
let chosen = true

function read(): boolean {
  try {
    return (localStorage.getItem(KEY) ?? (chosen ? 'on' : 'off')) === 'on'
  } catch {
    return chosen
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
