import type { Course, Lesson } from './course.ts'
import type { CourseDefinition } from './definition.ts'
import { type CourseProblem, findLine } from './problem.ts'

/**
 * Puts lessons that were read one by one into the order of the course, numbers the published ones, and checks what
 * they say of each other.
 *
 * @param source  text of content/course.ts, for the lines of problems
 */
export function assemble(
  definition: CourseDefinition,
  lessons: readonly Lesson[],
  source: string,
): Omit<Course, 'problems'> & { readonly problems: CourseProblem[] } {
  const order = definition.sections.flatMap(({ title, lessons }) => lessons.map((slug) => ({ slug, section: title })))
  const placed = order.flatMap(({ slug, section }) =>
    lessons.filter((lesson) => lesson.slug === slug).map((lesson) => ({ ...lesson, section })),
  )
  const publishedLessons = placed
    .filter(({ frontmatter }) => !frontmatter.draft)
    .map((lesson, index): Lesson => ({ ...lesson, number: index + 1 }))
  const nowhere = lessons.filter((lesson) => !order.some(({ slug }) => slug === lesson.slug))
  const at = (slug: string, message: string): CourseProblem => ({
    file: 'content/course.ts',
    line: findLine(source, `'${slug}'`),
    message,
  })
  const twice = order.filter(({ slug }, i) => order.findIndex((other) => other.slug === slug) < i)
  return {
    title: definition.title,
    subtitle: definition.subtitle,
    homeExercise: definition.homeExercise,
    sections: definition.sections
      .map(({ title }) => ({ title, lessons: publishedLessons.filter(({ section }) => section === title) }))
      .filter(({ lessons }) => lessons.length > 0),
    publishedLessons,
    lessons: [
      ...placed.map((lesson) => publishedLessons.find(({ slug }) => slug === lesson.slug) ?? lesson),
      ...nowhere,
    ],
    draftLessons: [...placed, ...nowhere].filter(({ frontmatter }) => frontmatter.draft),
    problems: [
      ...twice.map(({ slug }) => at(slug, `${slug} is in the course twice`)),
      ...nowhere
        .filter(({ frontmatter }) => !frontmatter.draft)
        .map(({ slug }) => at(slug, `no section lists the lesson ${slug}`)),
      ...placed.flatMap((lesson) =>
        findReferenceProblems(
          lesson,
          placed,
          order.map(({ slug }) => slug),
        ),
      ),
    ],
  }
}

function findReferenceProblems(lesson: Lesson, all: readonly Lesson[], order: readonly string[]): CourseProblem[] {
  const { slug, frontmatter, outline } = lesson
  const file = `content/lessons/${slug}/lesson.mdx`
  const cards = `content/lessons/${slug}/cards.ts`
  const problems: CourseProblem[] = []
  for (const other of frontmatter.prerequisites)
    if (!order.slice(0, order.indexOf(slug)).includes(other))
      problems.push({ file, line: 1, message: `prerequisites: ${other} isn’t an earlier lesson of the course` })
  for (const { id } of lesson.exercises) {
    const owner = all.find(({ exercises }) => exercises.some((exercise) => exercise.id === id))
    if (owner && owner.slug !== slug)
      problems.push({
        file,
        line: 1,
        message: `the exercise ${id} is also in ${owner.slug}: ids must be unique in the course`,
      })
  }
  const anchors = outline.flatMap((entry) =>
    entry.kind === 'heading' || entry.kind === 'code-mistake' ? [entry.id] : [],
  )
  for (const card of [...lesson.cards, ...(lesson.numbers ?? [])]) {
    if (card.exercise && !all.some(({ exercises }) => exercises.some(({ id }) => id === card.exercise)))
      problems.push({ file: cards, line: 1, message: `${card.id}: there is no exercise ${card.exercise}` })
    if (card.anchor && !frontmatter.draft && outline.length > 0 && !anchors.includes(card.anchor))
      problems.push({
        file: cards,
        line: 1,
        message: `${card.id}: the lesson has no heading or <CodeMistake> “${card.anchor}”`,
      })
  }
  const explained = outline.flatMap((entry) => (entry.kind === 'code-mistake' ? [entry.id] : []))
  for (const card of frontmatter.draft || outline.length === 0 ? [] : lesson.cards)
    for (const id of card.teaches ?? [])
      if (!explained.includes(id))
        problems.push({
          file: cards,
          line: 1,
          message: `${card.id} teaches ${id}: the lesson has no <CodeMistake> of it`,
        })
  return problems
}
