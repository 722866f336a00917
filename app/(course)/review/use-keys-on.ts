import { useCallback, useSyncExternalStore } from 'react'

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
