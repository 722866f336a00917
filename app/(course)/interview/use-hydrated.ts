import { useSyncExternalStore } from 'react'

/** Whether this page listens already: what is typed or pressed before would be lost, so controls wait for it. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
