import { describe, expect, test } from 'vitest'
import { SourceDocs } from './source-docs.ts'

const docs = new SourceDocs(`
interface NoteProps {
  /** What it says. */
  readonly text: string
  readonly side?: 'left' |
    'right'
}
/**
 * A note next to
 * the paragraph.
 *
 * @throws Error never
 */
export function Note({ text }: NoteProps) { return text }
export const Schema = z.strictObject({
  /** Of the lesson. */
  title: z.string().min(3),
  draft: z.boolean().optional(),
})
type Way = Omit<Other, 'a'> & {
  /** How. */
  readonly run: () => void
}
`)

describe('what a source says of itself', () => {
  test('a function by its doc comment, without tags', () => {
    expect(docs.getDoc('Note')).toBe('A note next to the paragraph.')
    expect(docs.getDoc('NoteProps')).toBe('')
    expect(docs.getDoc('Nothing')).toBe('')
  })

  test('an interface by its members', () => {
    expect(docs.listMembers('NoteProps')).toEqual([
      { name: 'text', type: 'string', optional: false, doc: 'What it says.' },
      { name: 'side', type: "'left' | 'right'", optional: true, doc: '' },
    ])
    expect(docs.listMembers('Way')).toEqual([{ name: 'run', type: '() => void', optional: false, doc: 'How.' }])
    expect(() => docs.listMembers('Nothing')).toThrow('declares no type Nothing')
  })

  test('a schema by its fields', () => {
    expect(docs.listSchemaFields('Schema')).toEqual([
      { name: 'title', type: 'z.string().min(3)', optional: false, doc: 'Of the lesson.' },
      { name: 'draft', type: 'z.boolean().optional()', optional: true, doc: '' },
    ])
  })
})
