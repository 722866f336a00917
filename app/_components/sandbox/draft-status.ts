import type { Draft } from './draft.ts'

/** How a draft stands: whether this device has it, and which other one may be restored. */
export interface DraftStatus {
  readonly saved: 'untouched' | 'saving' | 'saved'
  readonly kept?: Draft
}
export const UNTOUCHED: DraftStatus = { saved: 'untouched' }
