import { z } from 'zod'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens')

/** What stands between the `---` at the head of a lesson. */
export const FrontmatterSchema = z.strictObject({
  /** As an interviewer asks it; the page's heading. May hold <i> and <sub>. */
  question: z.string().min(8),
  /** The topic in a few words: “Masked attention”. */
  title: z.string().min(3),
  /** One sentence for search engines and link previews. */
  summary: z.string().min(20),
  /** To read and build, about. */
  minutes: z.number().int().min(5).max(120),
  /** Lessons that it builds on: earlier in the course. */
  buildsOn: z.array(slug),
  /** In the order of the tabs. */
  exercises: z.array(slug).min(1),
  /** Not on the map, 404 for learners; its exercises and cards are checked. */
  draft: z.boolean().optional(),
})
export type Frontmatter = z.infer<typeof FrontmatterSchema>
