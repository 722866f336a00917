import { z } from 'zod'
import { DeckSchema } from '#lib/review/deck.ts'
import { OutlookSchema } from '#lib/review/forecast.ts'
import { LogEntrySchema } from '#lib/review/log.ts'
import { PlanSchema } from '#lib/review/plan.ts'

/** A card as the page shows it. Its texts are HTML, from `renderCardHtml`. */
export const CardTextSchema = z.object({
  kind: z.enum(['interview', 'formula', 'why', 'number', 'trap', 'definition']),
  /** In one line, as the points are. */
  question: z.string(),
  /** Paragraphs and lists. */
  answer: z.string(),
  keyPoints: z.array(z.object({ id: z.string(), point: z.string() })),
  /** The address of its paragraph. */
  paragraph: z.string().optional(),
  /** Its exercise, by the name of what is built; absent where the exercise’s lesson isn’t published. */
  exercise: z.object({ name: z.string(), href: z.string() }).optional(),
})
export type CardText = z.infer<typeof CardTextSchema>

/** A published lesson that has something to review. */
export const ReviewLessonSchema = z.object({
  slug: z.string(),
  title: z.string(),
  /** Its place in the course, from 1. */
  number: z.number(),
  /** Cards and number questions; drills come with a pass. */
  items: z.number(),
  /** Opened or chosen: its items come in. */
  open: z.boolean(),
})
export type ReviewLesson = z.infer<typeof ReviewLessonSchema>

/** GET /api/review?zone=Europe/Berlin (UTC without a zone that is known). Creates no guest. */
export const ReviewAnswer = z.object({
  /** The server's clock. */
  now: z.number(),
  /** Items of open lessons, and whatever else has been reviewed, brought forward or suspended. */
  desk: DeckSchema,
  lessons: z.array(ReviewLessonSchema),
  /** Texts of the cards that come first today, by id; others are at /api/review/cards. */
  texts: z.record(z.string(), CardTextSchema),
  /** How the days until the interview look; null without a deadline. */
  outlook: OutlookSchema.nullable(),
})
export type ReviewAnswer = z.infer<typeof ReviewAnswer>

/** GET /api/review/cards?ids=a/b,c/d (60 at most) or ?lesson=slug: the same for everyone. */
export const CardsAnswer = z.object({ texts: z.record(z.string(), CardTextSchema) })
export type CardsAnswer = z.infer<typeof CardsAnswer>

/** POST /api/review/log: what was done, in any order, sent as often as one likes. */
export const LogBody = z.strictObject({ entries: z.array(LogEntrySchema).min(1).max(200) })
export type LogBody = z.input<typeof LogBody>

/** Answer to it: each entry is in one of the two lists. What is refused would be refused again. */
export const LogAnswer = z.object({
  stored: z.array(z.string()),
  refused: z.array(z.object({ id: z.string(), error: z.enum(['conflict', 'no-item']), reason: z.string() })),
})
export type LogAnswer = z.infer<typeof LogAnswer>

/** PUT /api/review/plan: what is not named gets its default. */
export const PlanBody = PlanSchema.strict()
export type PlanBody = z.input<typeof PlanBody>
/** Answer to it. */
export const PlanAnswer = z.object({ plan: PlanSchema })
export type PlanAnswer = z.infer<typeof PlanAnswer>

/** GET /api/review/export?format=anki, a package for Anki, or ?format=csv. */
export const ExportQuery = z.object({ format: z.enum(['anki', 'csv']) })
export type ExportQuery = z.infer<typeof ExportQuery>
