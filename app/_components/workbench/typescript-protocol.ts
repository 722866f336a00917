/** What the editor asks of the TypeScript worker. Positions count characters from 0. */
export type TypescriptRequest = { readonly id: number } & TypescriptQuestion
export type TypescriptQuestion =
  | { readonly kind: 'check'; readonly text: string }
  | { readonly kind: 'complete'; readonly text: string; readonly at: number }

export interface TypescriptFinding {
  readonly from: number
  readonly to: number
  readonly message: string
}
export interface TypescriptCompletion {
  readonly name: string
  readonly kind: string
}
export type TypescriptReply = { readonly id: number } & (
  | { readonly kind: 'checked'; readonly findings: readonly TypescriptFinding[] }
  | { readonly kind: 'completed'; readonly completions: readonly TypescriptCompletion[] }
)
