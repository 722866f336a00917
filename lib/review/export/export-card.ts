import type { Memory } from '../memory.ts'
import type { Written } from '../pieces.ts'

/** A card as it leaves the course. Its texts are read: how they are shown is the file's matter. */
export interface ExportCard {
  /** `lesson/name` */
  readonly id: string
  /** Slug of its lesson. */
  readonly lesson: string
  readonly kind: string
  readonly question: Written
  readonly answer: Written
  readonly keyPoints: readonly Written[]
  /** What is known of this learner and it; absent where it was never reviewed. */
  readonly memory?: Memory
}
