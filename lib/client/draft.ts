import { z } from 'zod'

const DraftSchema = z.object({
  source: z.string(),
  /** When it was written or stored, in milliseconds since 1970: to be shown, never to be compared. */
  at: z.number(),
  /** Identifies this text. Absent in drafts of older versions. */
  revision: z.string().optional(),
  /** The page in which it was written. */
  page: z.string().optional(),
})
/** A text of the learner. */
export type Draft = z.infer<typeof DraftSchema>

const ServerStateSchema = z.object({
  /** The server's number of the text that the current one continues. */
  base: z.number().optional(),
  /** The revision that the server has. */
  saved: z.string().optional(),
  /** A text that was sent but not confirmed: the server may have it. */
  unanswered: z.string().optional(),
})

/** What this device keeps of one exercise. */
export interface DraftRecord {
  readonly current?: Draft | undefined
  /** Texts that were written elsewhere, or replaced: they can be restored. The newest comes first. */
  readonly others: readonly Draft[]
  readonly server: z.infer<typeof ServerStateSchema>
}
export const EMPTY_RECORD: DraftRecord = { others: [], server: {} }

/** Also reads records of older versions, which have one other draft, called `kept`, and nothing about the server. */
export const DraftRecordSchema = z
  .object({
    current: DraftSchema.optional(),
    others: z.array(DraftSchema).default([]),
    kept: DraftSchema.optional(),
    server: ServerStateSchema.default({}),
  })
  .transform(
    ({ current, others, kept, server }): DraftRecord => ({
      current,
      others: kept ? [kept, ...others] : others,
      server,
    }),
  )

export const DraftEditSchema = DraftSchema.extend({
  revision: z.string(),
  page: z.string(),
  /** The revision that the learner saw before; absent if there was none. */
  base: z.string().optional(),
})
/** A change of the text in one page. */
export type DraftEdit = z.infer<typeof DraftEditSchema>

const MAX_OTHERS = 10

/**
 * Applies an edit. A text that the edit doesn't continue was written in another tab, and becomes one of the others.
 * Idempotent.
 */
export function applyEdit(record: DraftRecord, edit: DraftEdit, starter: string): DraftRecord {
  const { current, others } = record
  const { base, ...next } = edit
  if (current?.revision === edit.revision) return record
  const isContinued = current === undefined || current.revision === base || current.page === edit.page
  const remaining = others.filter(({ revision }) => base === undefined || revision !== base)
  return withOthers(record, next, isContinued ? remaining : [current, ...remaining], starter)
}

/** Replaces the current text and keeps it among the others. */
export function replaceDraft(record: DraftRecord, next: Draft, starter: string): DraftRecord {
  const { current, others } = record
  return withOthers(record, next, current ? [current, ...others] : others, starter)
}

/** Lists what can be restored by a learner who sees a text: it may not be the current one, if another tab has written. */
export const listAlternatives = (
  { current, others }: DraftRecord,
  shownSource: string,
  starter: string,
): readonly Draft[] =>
  [...(current ? [current] : []), ...others].filter(({ source }) => source !== shownSource && source !== starter)

/** Replaces the shown text with the first alternative and puts it after the others, so that all can be reached. */
export function restoreDraft(
  record: DraftRecord,
  shownDraft: Draft,
  next: Pick<DraftEdit, 'at' | 'revision' | 'page'>,
  starter: string,
): DraftRecord {
  const [first, ...remaining] = listAlternatives(record, shownDraft.source, starter)
  if (!first) return record
  return withOthers(record, { ...next, source: first.source }, [...remaining, shownDraft], starter)
}

/** Adds texts that are stored elsewhere to those that can be restored. */
export const offerDrafts = (record: DraftRecord, offered: readonly Draft[], starter: string): DraftRecord =>
  withOthers(record, record.current, [...offered, ...record.others], starter)

/** What the server holds: its text with its number, and texts that were replaced. */
export interface ServerDrafts {
  readonly draft: { readonly source: string; readonly at: number } | null
  readonly kept: readonly { readonly source: string; readonly at: number }[]
}

/**
 * Joins what this device and the server hold. A text that continues the other one wins. If both continue the same text,
 * both are kept, and the learner continues with the one on this device.
 *
 * @param revision  identifies the server’s text
 */
export function joinServer(
  record: DraftRecord,
  { draft, kept }: ServerDrafts,
  revision: string,
  starter: string,
): DraftRecord {
  if (!draft) return isUnknownToServer(record.server) ? record : { ...record, server: {} }
  const joined = joinServerDraft(record, draft, revision, starter)
  // those of the device come first: if there are too many, the server still has the others
  return withOthers(joined, joined.current, [...joined.others, ...kept], starter)
}

function joinServerDraft(
  record: DraftRecord,
  draft: NonNullable<ServerDrafts['draft']>,
  revision: string,
  starter: string,
): DraftRecord {
  const { current, others, server } = record
  const base = draft.at
  if (current?.source === draft.source)
    return { ...record, current: { ...current, revision }, server: { base, saved: revision } }
  // the current text continues what the server has
  const isContinued = draft.at === server.base || draft.source === server.unanswered
  if (isUnsent(record) && isContinued) return { ...record, server: { ...server, base, unanswered: undefined } }
  if (isUnsent(record) && current?.source !== starter) return offerDrafts(record, [draft], starter)
  // numbers only grow: the server was restored from a backup, and lacks what it had confirmed
  if (server.base !== undefined && base < server.base)
    return { ...offerDrafts(record, [draft], starter), server: { base } }
  const next = { source: draft.source, at: draft.at, revision }
  return { ...withOthers(record, next, others, starter), server: { base, saved: revision } }
}

const isUnknownToServer = ({ base, saved }: DraftRecord['server']): boolean => base === undefined && saved === undefined

/** Joins two records of one exercise, such as a guest's and an account's. The second one’s text is the current one. */
export function joinRecords(older: DraftRecord, newer: DraftRecord): DraftRecord {
  if (!newer.current) return { ...older, others: [...newer.others, ...older.others].slice(0, MAX_OTHERS) }
  const others = [...newer.others, ...(older.current ? [older.current] : []), ...older.others]
  return { ...withOthers(newer, newer.current, others, ''), server: newer.server }
}

/** Whether the server doesn’t have the current text yet. */
export const isUnsent = ({ current, server }: DraftRecord): boolean =>
  current !== undefined && (current.revision === undefined || current.revision !== server.saved)

/** Leaves out texts that equal the current one, the starter code or an earlier one. */
function withOthers(
  record: DraftRecord,
  current: Draft | undefined,
  others: readonly Draft[],
  starter: string,
): DraftRecord {
  const sources = new Set([current?.source, starter])
  const distinct = others.filter(({ source }) => {
    if (sources.has(source)) return false
    sources.add(source)
    return true
  })
  return { ...record, current, others: distinct.slice(0, MAX_OTHERS) }
}
