import type { Edit } from './wrong-answers.ts'

/** An answer that edits change. */
export interface EditBase {
  /** From the exercise’s folder: `right/loops.ts`. */
  readonly file: string
  readonly source: string
}

/** An edit that can’t be made. The message says which one, of which file, and why. */
export class EditError extends Error {
  override readonly name = 'EditError'
  readonly edit: string
  /** The text that it looks for. */
  readonly text: string

  constructor(edit: string, text: string, reason: string) {
    super(`the edit “${edit}” ${reason}`)
    this.edit = edit
    this.text = text
  }
}

/**
 * The answer with the edit’s texts replaced, all of them at once: none is looked for in what another one wrote.
 *
 * @throws EditError where a text isn’t found exactly once, where two overlap, or where nothing changes
 */
export function applyEdit({ file, source }: EditBase, { name, replacements }: Edit): string {
  const places = replacements.map(([text, instead]) => {
    const count = countOccurrences(source, text)
    if (count !== 1) throw new EditError(name, text, `looks for ${quote(text)}, ${formatTimes(count, file)}`)
    const start = source.indexOf(text)
    return { text, instead, start, end: start + text.length }
  })
  places.sort((a, b) => a.start - b.start)
  let changed = ''
  let end = 0
  for (const position of places) {
    if (position.start < end)
      throw new EditError(name, position.text, `replaces ${quote(position.text)} twice in ${file}`)
    changed += source.slice(end, position.start) + position.instead
    end = position.end
  }
  changed += source.slice(end)
  if (changed === source) throw new EditError(name, replacements[0]?.[0] ?? '', `changes nothing in ${file}`)
  return changed
}

/** Whether each of the edit’s texts is in an answer exactly once, and no two of them overlap. */
export function canApplyEdit(base: EditBase, edit: Edit): boolean {
  try {
    applyEdit(base, edit)
    return true
  } catch (error) {
    if (error instanceof EditError) return false
    throw error
  }
}

/** An empty text counts as not found. */
const countOccurrences = (source: string, text: string): number => (text === '' ? 0 : source.split(text).length - 1)

const formatTimes = (count: number, file: string): string =>
  count === 0
    ? `which isn’t in ${file}: it must be there exactly once`
    : `which is in ${file} ${count} times: make it longer, so that it’s there exactly once`

const MAX_QUOTED = 60
const quote = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ')
  return `“${line.length > MAX_QUOTED ? `${line.slice(0, MAX_QUOTED)}…` : line}”`
}
