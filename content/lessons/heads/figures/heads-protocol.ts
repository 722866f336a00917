import type { KeptHeads } from '#lib/attention/language-model.ts'

/** What the figure asks of the worker that runs the model. */
export type HeadsRequest =
  | { readonly kind: 'load'; readonly url: string; readonly heldBack: readonly string[] }
  /** Run a text. One that comes later replaces it. */
  | { readonly kind: 'read'; readonly text: string; readonly keep: KeptHeads }
  /** Measure the loss on held-back text. One that comes later ends it. */
  | { readonly kind: 'measure'; readonly keep: KeptHeads }

/** What every head did with a text. */
export interface HeadsOfText {
  readonly chars: readonly string[]
  /** Characters that the model doesn’t know, and that were left out. */
  readonly unknown: readonly string[]
  /** Per layer, [heads][n][n] in one array. */
  readonly attention: readonly Float32Array[]
}

/** What the worker answers. */
export type HeadsReply =
  | { readonly kind: 'loading'; readonly share: number }
  | { readonly kind: 'loaded' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'text'; readonly text: HeadsOfText }
  | { readonly kind: 'measuring'; readonly share: number }
  | { readonly kind: 'measured'; readonly loss: number; readonly keep: KeptHeads }
