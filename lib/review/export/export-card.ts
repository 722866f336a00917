import type { Memory } from '../memory.ts'

/** A card as it leaves the course. Texts hold inline `code` and $maths$, as authors write them. */
export interface ExportCard {
  /** `lesson/name` */
  readonly id: string
  /** Slug of its lesson. */
  readonly lesson: string
  readonly kind: string
  readonly question: string
  readonly answer: string
  readonly keyPoints: readonly string[]
  /** What is known of this learner and it; absent where it was never reviewed. */
  readonly memory?: Memory
}
