import { listExercises } from '#lib/course/lesson-outline.ts'
import type { TextPosition } from '#lib/course/problem.ts'
import { errorAt, type FileDiagnostic, type LessonContext, warningAt } from '../lesson-context.ts'

/** Finds exercises that are not in the text, also in a draft. */
export function checkExercises({ outline, mdx, exerciseIds }: LessonContext): readonly FileDiagnostic[] {
  const exercises = listExercises(outline, mdx)
  return exerciseIds
    .filter((id) => !exercises.includes(id))
    .map((id) =>
      errorAt(
        findEnd(mdx),
        'no-exercise',
        `the text has no <Exercise> for the exercise “${id}”`,
        `Write <Exercise id="${id}"> with its task, inside <ExerciseGroup title="Build it">.`,
      ),
    )
}

const findEnd = (mdx: string): TextPosition => ({ line: mdx.trimEnd().split('\n').length, column: 1 })

/** What a lesson's text must have (one <Exercise> for each exercise), and what it should have. */
export function checkParts({ outline, mdx, exercises, exerciseIds }: LessonContext): readonly FileDiagnostic[] {
  const end = findEnd(mdx)
  const elements = outline.flatMap((entry) => (entry.kind === 'exercise' ? [entry] : []))
  const diagnostics: FileDiagnostic[] = []
  if (elements.length === 0 && exerciseIds.length === 0)
    diagnostics.push(
      errorAt(
        end,
        'no-exercise',
        'the lesson has no exercise',
        'Write one with npm run exercise:new, or write draft: true in the frontmatter.',
      ),
    )
  elements.forEach(({ exercise, line }, i) => {
    if (elements.findIndex((element) => element.exercise === exercise) < i)
      diagnostics.push(
        errorAt(
          { line, column: 1 },
          'no-exercise',
          `the exercise “${exercise}” is in the text twice`,
          'Keep one of the two.',
        ),
      )
  })
  if (!/^\s*<ShortAnswer\b/m.test(mdx))
    diagnostics.push(
      warningAt(
        { line: 1, column: 1 },
        'no-answer',
        'the lesson does not start with a short answer',
        'Write <ShortAnswer seconds={40}> below the imports: what you would say before you give a reason.',
      ),
    )
  if (!outline.some(({ kind }) => kind === 'follow-ups'))
    diagnostics.push(
      warningAt(
        end,
        'no-follow-ups',
        'the lesson has no follow-up questions',
        'Write <FollowUps> with a few <FollowUp question="…" seconds={20}> after the exercise.',
      ),
    )
  if (!outline.some(({ kind }) => kind === 'cards'))
    diagnostics.push(
      warningAt(end, 'no-card-list', 'the lesson does not show its cards', 'Write <Cards /> at its end.'),
    )
  diagnostics.push(...checkHeadings(outline))
  const explained = new Set(outline.flatMap((entry) => (entry.kind === 'code-mistake' ? [entry.id] : [])))
  const open = exercises.flatMap(({ misconceptions }) => misconceptions.filter((id) => !explained.has(id)))
  if (open.length > 0)
    diagnostics.push(
      warningAt(
        end,
        'unexplained',
        `no <CodeMistake> explains ${open.length === 1 ? `the misconception ${open[0]}` : `${open.length} misconceptions: ${open.slice(0, 4).join(', ')}${open.length > 4 ? ', …' : ''}`}`,
        'Name them in a <CodeMistake ids="…" title="…" symptom="…">: the verdict then shows it.',
      ),
    )
  return diagnostics
}

/** The page's heading is the question: a lesson's own begin one level below, and go down one at a time. */
function checkHeadings(outline: LessonContext['outline']): FileDiagnostic[] {
  let above = 1
  return outline.flatMap((entry): FileDiagnostic[] => {
    if (entry.kind !== 'heading') return []
    const position = { line: entry.line, column: 1 }
    const jump = entry.depth > above + 1
    above = entry.depth
    if (entry.depth === 1)
      return [errorAt(position, 'heading', `“${entry.text}” is a second top-level heading`, `Write ## ${entry.text}`)]
    return jump
      ? [warningAt(position, 'heading', `“${entry.text}” skips a heading level`, `Write it with one # fewer.`)]
      : []
  })
}
