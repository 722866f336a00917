import 'server-only'
import path from 'node:path'
import { type FeatureExcerpt, featureExcerpts } from '#lib/authoring/feature-excerpts.ts'
import { exerciseHref } from '#lib/course/anchors.ts'
import type { Course } from '#lib/course/course.ts'
import { HighlightedCode } from '../sandbox/highlighted-code.tsx'
import { FEATURE_WORDS, type Feature } from './feature-words.ts'

/** Every field of an exercise's definition: what it does, and how an exercise of this course uses it. */
export function ExerciseFeatures({ course }: { readonly course: Course }) {
  const excerpts = courseExcerpts(course)
  const listed = new Set(course.listed.map((it) => it.slug))
  return (
    <dl className="features">
      {Object.entries(FEATURE_WORDS).map(([name, words]) => {
        const excerpt = excerpts.get(name)
        return (
          <div key={name} id={`feature-${name}`}>
            <dt>
              <code translate="no">{name}</code>
            </dt>
            <dd>
              <p>{words}</p>
              {excerpt && (
                <>
                  <HighlightedCode source={excerpt.source} from={1} />
                  <p className="quiet">
                    {`${excerpt.exercise}/${excerpt.file}, line ${excerpt.line}. `}
                    {listed.has(excerpt.lesson) && (
                      <a href={exerciseHref(excerpt.lesson, excerpt.exercise)}>Try that exercise</a>
                    )}
                  </p>
                </>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** The best excerpt of each field, from listed lessons where one of them has it. */
function courseExcerpts({ listed, drafts }: Course): ReadonlyMap<Feature | string, FeatureExcerpt> {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'content/lessons')
  const placesOf = (lessons: Course['listed']) =>
    lessons.flatMap((it) => it.exercises.map((exercise) => ({ lesson: it.slug, exercise: exercise.id })))
  const found = [drafts, listed].flatMap((lessons) =>
    (['defineClass', 'defineFunction'] as const).map((it) => featureExcerpts(it, folder, placesOf(lessons))),
  )
  return new Map(found.flatMap((it) => [...it])) // later ones take the place of earlier ones
}
