import { z } from 'zod'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lowercase letters, digits and hyphens')

/**
 * What is between the `---` at the head of a lesson. `frontmatter.schema.json` says the same to editors; each
 * description is also what an author is told to write.
 */
export const FrontmatterSchema = z.strictObject({
  question: z
    .string()
    .min(8)
    .describe('The question as an interviewer asks it: the page’s heading. It may contain <i> and <sub>.'),
  title: z.string().min(3).describe('The topic in a few words: “Masked attention”.'),
  summary: z.string().min(20).describe('One sentence for search engines and link previews.'),
  minutes: z.number().int().min(5).max(120).describe('Approximate minutes to read and build it: a whole number.'),
  prerequisites: z
    .array(slug)
    .describe('Lessons that it builds on, by the names of their folders: [first-steps]. [] if there are none.'),
  draft: z
    .boolean()
    .optional()
    .describe(
      'true for a draft: it isn’t on the map, and learners get a 404. Its exercises and cards are still checked.',
    ),
})
export type Frontmatter = z.infer<typeof FrontmatterSchema>

/** An interviewer’s question without its marks, for titles and labels. */
export const toPlainQuestion = (text: string): string => text.replace(/<\/?\w+>/g, '')
