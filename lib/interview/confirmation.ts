import type { CodingRoundResult } from './event.ts'

/**
 * Whether the server has graded a coding round’s code: `pending` while its verdict may still arrive, `missing` if it is
 * long overdue.
 */
export type Confirmation = 'confirmed' | 'pending' | 'missing'

/** The browser submits the code while the round is still open, and grading takes seconds. */
export const CONFIRMATION_WAIT_MS = 10 * 60_000

/**
 * Reads whether a coding round is confirmed.
 *
 * @param codedAt  when the server stored the round; undefined if it hasn't
 */
export function readConfirmation({ confirmed }: CodingRoundResult, codedAt: Date | undefined, now: Date): Confirmation {
  if (confirmed) return 'confirmed'
  return codedAt && now.getTime() - codedAt.getTime() > CONFIRMATION_WAIT_MS ? 'missing' : 'pending'
}
