import type { HarnessRequest } from '../session.ts'

// What page, frame and worker say to one another. Each message names its session: a stale answer is nobody's.

/** From the page to the frame. */
export type PageMessage =
  | { readonly kind: 'run'; readonly session: number; readonly request: HarnessRequest; readonly ms: number }
  | { readonly kind: 'close'; readonly session: number }
/** From the frame to the page. */
export type FrameMessage =
  | { readonly kind: 'up' }
  | { readonly kind: 'wrote'; readonly session: number; readonly chunks: readonly Float64Array[] }
  | {
      readonly kind: 'ended'
      readonly session: number
      readonly why: 'deadline' | 'failed' | 'unreadable'
      readonly message: string
      readonly ms: number
    }

/** From the worker to the frame, after its first word, `up`. */
export interface WorkerMessage {
  readonly chunks: readonly Float64Array[]
  readonly message: string
}
