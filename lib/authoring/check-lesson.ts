import { readOutline } from '#lib/course/lesson-outline.ts'
import { type CourseProblem, findPosition } from '#lib/course/problem.ts'
import { readFrontmatter } from '#lib/course/read-frontmatter.ts'
import { checkCardFile, findNumberProblems } from './card-file.ts'
import { checkCards, getId, type Uncovered } from './check-cards.ts'
import { checkDefinition, type Definition } from './check-definition.ts'
import { findDuplicateExerciseIds, findFigureFaults, findUnlisted } from './check-folder.ts'
import type { CourseFiles } from './course-files.ts'
import type { Diagnostic } from './finding.ts'
import { errorAt, type FileDiagnostic, type LessonContext } from './lesson-context.ts'
import { checkCode } from './text/check-code.ts'
import { checkComponents } from './text/check-components.ts'
import { checkFormulas } from './text/check-formulas.ts'
import { checkLinks } from './text/check-links.ts'
import { checkLostText } from './text/check-lost-text.ts'
import { checkNumbers } from './text/check-numbers.ts'
import { checkExercises, checkParts } from './text/check-parts.ts'
import { checkReading } from './text/check-reading.ts'
import { checkReferences } from './text/check-references.ts'
import { forgivingParse } from './text/forgiving-parse.ts'
import { WRONG_FILE } from './wrong-answers.ts'

const TOP = { line: 1, column: 1 }

/**
 * All that can be said of a lesson without running an answer: its frontmatter, text, cards, and the definitions of its
 * exercises. Of a draft's text only what keeps the course from being built.
 *
 * @param uncovered  the key points of a card that its model answer does not cover, where the matcher is at hand
 */
export async function checkLesson(
  course: CourseFiles,
  slug: string,
  uncovered?: Uncovered,
): Promise<readonly Diagnostic[]> {
  const { root } = course
  const folder = `content/lessons/${slug}`
  const files = course.lessons.find((lesson) => lesson.slug === slug)
  const of =
    (file: string) =>
    (remark: FileDiagnostic): Diagnostic => ({ lesson: slug, file, ...remark })
  const problem = (courseProblem: CourseProblem): Diagnostic => ({
    lesson: slug,
    file: courseProblem.file,
    ...errorAt(
      { line: courseProblem.line, column: courseProblem.column ?? 1 },
      courseProblem.rule ?? 'course',
      courseProblem.message,
      courseProblem.fix ?? 'Fix it here.',
    ),
  })
  if (!files) {
    const fix = `npm run lesson:new -- ${slug} writes one.`
    return [of(folder)(errorAt(TOP, 'missing-file', `there is no lesson ${slug}`, fix))]
  }
  const definitions = await Promise.all(
    files.exercises.map((id) =>
      checkDefinition(
        root,
        slug,
        id,
        course.module(`lessons/${slug}/exercises/${id}/exercise.ts`),
        course.module(`lessons/${slug}/exercises/${id}/${WRONG_FILE}`),
      ),
    ),
  )
  const inFolder = [
    ...findNumberProblems(files, course, problem),
    ...findUnlisted(files, course),
    ...findDuplicateExerciseIds(files, course),
    ...findFigureFaults(root, slug),
  ]
  const { cards, exported, findings: inCards } = checkCardFile(files, course, problem)
  if (files.mdx === undefined) {
    const missing = of(`${folder}/lesson.mdx`)(
      errorAt(TOP, 'missing-file', 'the lesson has no lesson.mdx', 'Write it: its frontmatter, then its text.'),
    )
    return [missing, ...inFolder, ...inCards, ...definitions.flatMap(({ findings }) => findings)]
  }
  const { mdx } = files
  const { frontmatter, problems, hints } = readFrontmatter(mdx, `${folder}/lesson.mdx`)
  const { tree, faults } = forgivingParse(mdx)
  const page: LessonContext = {
    slug,
    root,
    mdx,
    tree,
    frontmatter,
    // of a text with faults it is not known what is in it
    outline: faults.length > 0 ? [] : readOutline(mdx, '').outline,
    cards,
    cardIds: exported?.map(getId),
    exerciseIds: files.exercises,
    exercises: definitions.flatMap(({ definition }, i) =>
      definition ? [listMisconceptions(files.exercises[i] ?? '', definition)] : [],
    ),
    course: course.context,
  }
  const lost = checkLostText(page)
  // an unclosed code block may contain what seems to be missing
  const isBroken = faults.length > 0 || lost.some(({ rule }) => rule === 'code')
  const text = [
    ...faults,
    ...checkFormulas(page),
    ...checkCode(page),
    ...lost,
    ...(isBroken || !frontmatter ? [] : checkExercises(page)),
    ...(frontmatter?.draft ? [] : checkText(page, isBroken)),
  ]
  return [
    ...problems.map(problem),
    ...hints.map((hint): Diagnostic => ({ ...problem(hint), level: 'warning' })),
    ...[...checkFrontmatter(page, course), ...text].map(of(`${folder}/lesson.mdx`)),
    ...inFolder,
    ...inCards,
    ...(files.cards === undefined || !exported ? [] : checkCards(page, files.cards, exported, uncovered)).map(
      of(`${folder}/cards.ts`),
    ),
    ...definitions.flatMap(({ findings }) => findings),
  ]
}

const listMisconceptions = (id: string, { misconceptions }: Definition): LessonContext['exercises'][number] => ({
  id,
  misconceptions: misconceptions.map((misconception) => misconception.id),
})

/** Where blocks were left out for their syntax, what seems to be missing may be in them. */
function checkText(page: LessonContext, broken: boolean): readonly FileDiagnostic[] {
  const hasFrontmatter = /^---[ \t]*\n[\s\S]*?\n---/.test(page.mdx) // otherwise the fields would be checked as text
  const whole = broken || !hasFrontmatter ? [] : [...checkParts(page), ...checkReading(page)]
  const claims = hasFrontmatter ? checkNumbers(page) : []
  return [...checkComponents(page), ...checkReferences(page), ...checkLinks(page), ...claims, ...whole]
}

function checkFrontmatter({ frontmatter, mdx, slug }: LessonContext, { order }: CourseFiles): FileDiagnostic[] {
  if (!frontmatter) return []
  const at = (part: string, field: string) => {
    const from = mdx.indexOf(`\n${field}:`)
    const inside = findPosition(mdx.slice(Math.max(0, from)), part)
    return { line: findPosition(mdx, `\n${field}:`).line + inside.line - 1, column: inside.column }
  }
  const before = order?.slice(0, Math.max(0, order.indexOf(slug))) ?? []
  return frontmatter.prerequisites
    .filter((other) => order?.includes(slug) && !before.includes(other))
    .map((other) =>
      errorAt(
        at(other, 'prerequisites'),
        'builds-on',
        `“${other}” isn’t an earlier lesson of the course`,
        'Name lessons that content/course.ts lists before this one.',
      ),
    )
}
