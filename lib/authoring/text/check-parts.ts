import { listExercises } from '#lib/course/lesson-outline.ts'
import type { TextPosition } from '#lib/course/problem.ts'
import { errorAt, type FileDiagnostic, type LessonContext, warningAt } from '../lesson-context.ts'

/** Finds exercises that the text has no sandbox for, also in a draft. */
export function checkSandboxes({ outline, mdx, exerciseIds }: LessonContext): readonly FileDiagnostic[] {
  const named = listExercises(outline, mdx)
  return exerciseIds
    .filter((id) => !named.includes(id))
    .map((id) =>
      errorAt(
        findEnd(mdx),
        'no-sandbox',
        `the text has no <Sandbox> for the exercise “${id}”`,
        `Write <Sandbox exercise="${id}"> with its task, inside <Build title="Build it">.`,
      ),
    )
}

const findEnd = (mdx: string): TextPosition => ({ line: mdx.trimEnd().split('\n').length, column: 1 })

/** What a lesson's text must have (a sandbox, and one only for each exercise), and what it should have. */
export function checkParts({ outline, mdx, exercises, exerciseIds }: LessonContext): readonly FileDiagnostic[] {
  const end = findEnd(mdx)
  const sandboxes = outline.flatMap((entry) => (entry.kind === 'sandbox' ? [entry] : []))
  const found: FileDiagnostic[] = []
  if (sandboxes.length === 0 && exerciseIds.length === 0)
    found.push(
      errorAt(
        end,
        'no-sandbox',
        'the lesson has no exercise: there is nothing to build',
        'Write one with npm run exercise:new, or write draft: true in the frontmatter.',
      ),
    )
  sandboxes.forEach(({ exercise, line }, i) => {
    if (sandboxes.findIndex((sandbox) => sandbox.exercise === exercise) < i)
      found.push(
        errorAt(
          { line, column: 1 },
          'no-sandbox',
          `the exercise “${exercise}” stands in the text twice`,
          'Keep one of the two.',
        ),
      )
  })
  if (!/^\s*<Answer\b/m.test(mdx))
    found.push(
      warningAt(
        { line: 1, column: 1 },
        'no-answer',
        'the lesson does not start with a short answer',
        'Write <Answer seconds={40}> below the imports: what you would say before you give a reason.',
      ),
    )
  if (!outline.some(({ kind }) => kind === 'say'))
    found.push(
      warningAt(
        end,
        'no-follow-ups',
        'the lesson has no follow-up questions',
        'Write <Say> with a few <FollowUp question="…" seconds={20}> after the bench.',
      ),
    )
  if (!outline.some(({ kind }) => kind === 'cards'))
    found.push(warningAt(end, 'no-card-list', 'the lesson does not show its cards', 'Write <Cards /> at its end.'))
  found.push(...headingRemarks(outline))
  const explained = new Set(outline.flatMap((entry) => (entry.kind === 'explains' ? [entry.id] : [])))
  const open = exercises.flatMap(({ misconceptions }) => misconceptions.filter((id) => !explained.has(id)))
  if (open.length > 0)
    found.push(
      warningAt(
        end,
        'unexplained',
        `no paragraph explains ${open.length === 1 ? `the misconception ${open[0]}` : `${open.length} misconceptions: ${open.slice(0, 4).join(', ')}${open.length > 4 ? ', …' : ''}`}`,
        'Name them in an <Explains id="…" title="…">: the verdict then links to it.',
      ),
    )
  return found
}

/** The page's heading is the question: a lesson's own begin one level below, and go down one at a time. */
function headingRemarks(outline: LessonContext['outline']): FileDiagnostic[] {
  let above = 1
  return outline.flatMap((entry): FileDiagnostic[] => {
    if (entry.kind !== 'heading') return []
    const place = { line: entry.line, column: 1 }
    const jump = entry.depth > above + 1
    above = entry.depth
    if (entry.depth === 1)
      return [
        errorAt(place, 'heading', `“${entry.text}” is a second heading of the whole page`, `Write ## ${entry.text}`),
      ]
    return jump
      ? [warningAt(place, 'heading', `“${entry.text}” leaves out a level of headings`, `Write it with one # fewer.`)]
      : []
  })
}
