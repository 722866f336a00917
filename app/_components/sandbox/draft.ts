/** A text of the learner, and when it was written (milliseconds since 1970). */
export interface Draft {
  readonly source: string
  readonly at: number
}

/** What this device keeps of one exercise: the draft, and the other one that may be restored. */
export interface DraftPair {
  readonly current?: Draft
  readonly kept?: Draft
}

/**
 * Brings together what this device and the server hold: the newest is shown, the other is kept beside it.
 *
 * Texts that are equal are one draft. A starter that nobody has changed is none.
 */
export function mergeDrafts(local: DraftPair, server: DraftPair, starter: string): DraftPair {
  const [newest, other] = newestFirst([local.current, server.current])
  const shown = newest?.source ?? starter
  const kept = [other, ...newestFirst([local.kept, server.kept])].find(
    (d) => d && d.source !== shown && d.source !== starter,
  )
  return { ...(newest && { current: newest }), ...(kept && { kept }) }
}

function newestFirst(drafts: readonly (Draft | undefined)[]): readonly Draft[] {
  return drafts.filter((d): d is Draft => d !== undefined).sort((a, b) => b.at - a.at)
}

/** Puts a text in place of the current one and keeps the current one, unless it is the starter or the same text. */
export function replaceDraft(pair: DraftPair, next: Draft, starter: string): DraftPair {
  const { current } = pair
  const worth = current && current.source !== starter && current.source !== next.source
  return { current: next, ...(worth ? { kept: current } : pair.kept && { kept: pair.kept }) }
}

/** Exchanges the current draft and the kept one. */
export function restoreKept(pair: DraftPair, now: number): DraftPair {
  const { current, kept } = pair
  if (!kept) return pair
  return { current: { source: kept.source, at: now }, ...(current && { kept: current }) }
}
