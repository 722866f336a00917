import type { ApiFailure } from '#lib/client/api.ts'
import type { StoragePlace } from '#lib/client/device-storage.ts'
import type { Draft } from '#lib/client/draft.ts'

/** Where a draft is, as far as the browser and the server have confirmed it. */
export type SaveState =
  /** Nothing was written. */
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saving' }
  /** On this device, and on the server unless it has yet to be sent. */
  | { readonly kind: 'saved' }
  /** On this device; the server doesn't have it, for this reason. */
  | { readonly kind: 'on-device'; readonly failure: ApiFailure; readonly isGuest: boolean }
  /** On the server; this device can't keep it. */
  | { readonly kind: 'on-server' }
  /** Nowhere but in the open page. */
  | { readonly kind: 'not-saved' }

/** The state of a draft, and the other drafts that can be restored. */
export interface DraftStatus {
  readonly saved: SaveState
  readonly others: readonly Draft[]
}
export const UNTOUCHED: DraftStatus = { saved: { kind: 'untouched' }, others: [] }

/** The facts from which a draft’s state is derived. */
export interface SaveFacts {
  /** Where it was last stored; undefined if it wasn’t. */
  readonly storagePlace: StoragePlace | undefined
  readonly isPending: boolean
  readonly isOnServer: boolean
  /** Why it couldn't be sent. */
  readonly failure: ApiFailure | undefined
  /** Whether it is a guest’s, who can’t sign in again. */
  readonly isGuest: boolean
}

/** Derives a draft’s state from confirmed facts. */
export function getSaveState({ storagePlace, isPending, isOnServer, failure, isGuest }: SaveFacts): SaveState {
  if (isPending) return { kind: 'saving' }
  if (storagePlace === undefined) return { kind: 'untouched' }
  if (storagePlace === 'memory') return { kind: isOnServer ? 'on-server' : 'not-saved' }
  return failure && !isOnServer ? { kind: 'on-device', failure, isGuest } : { kind: 'saved' }
}

/** Describes where a draft is saved; empty if there is nothing to say. */
export function describeSaveState(state: SaveState): string {
  switch (state.kind) {
    case 'untouched':
    case 'saving':
      return ''
    case 'saved':
      return 'Saved.'
    case 'on-server':
      return 'Saved on the server. This device can’t keep a copy.'
    case 'not-saved':
      return 'Not saved: this device’s storage is full. Copy your code before you close this tab.'
    case 'on-device':
      return `Saved on this device. ${describeFailure(state)}`
  }
}

function describeFailure({ failure, isGuest }: SaveState & { readonly kind: 'on-device' }): string {
  if (failure.kind === 'unreachable') return 'We’ll send it to the server when you’re online again.'
  if (failure.kind === 'signed-out')
    return isGuest
      ? 'Your guest session has ended. We’ll retry soon.'
      : 'You’re signed out. Sign in to save it in your account.'
  return `Not on the server: ${failure.reason}`
}
