// Parts of sucrase that its own types leave out. We import them, and sucrase itself, by file name: for the plain
// package name a bundler would take a second copy of sucrase, the one in ES modules.
declare module 'sucrase/dist/index.js' {
  export { type Options, type TransformResult, transform } from 'sucrase'
}
declare module 'sucrase/dist/parser/tokenizer/state.js' {
  class State {
    readonly pos: number
    /** Set while the parser backtracks from a failed attempt. */
    readonly error: (Error & { readonly pos?: number }) | null
    /** `start` is the offset of the current token. */
    restoreFromSnapshot(snapshot: { readonly start: number }): void
  }
  const exported: typeof State | { readonly default: typeof State }
  export default exported
}
declare module 'sucrase/dist/TokenProcessor.js' {
  class TokenProcessor {
    readonly tokens: readonly { readonly start: number }[]
    readonly tokenIndex: number
    restoreToSnapshot(snapshot: { readonly tokenIndex: number }): void
  }
  const exported: typeof TokenProcessor | { readonly default: typeof TokenProcessor }
  export default exported
}
declare module 'sucrase/dist/NameManager.js' {
  class NameManager {
    readonly usedNames: Set<string>
    claimFreeName(name: string): string
  }
  const exported: typeof NameManager | { readonly default: typeof NameManager }
  export default exported
}
