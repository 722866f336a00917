import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Fragment, isValidElement, type ReactNode } from 'react'
import { createLessonComponents } from '#app/_components/mdx/lesson-components.tsx'
import { splitLesson } from '#app/_components/mdx/lesson-flow.tsx'
import { sources } from '#content/sources.ts'
import type { Course, Lesson } from '#lib/course/course.ts'
import styles from './authors.module.css'
import { readAllComponentDocs } from './component-docs.ts'
import { FieldTable } from './field-table.tsx'

interface ComponentSampleProps {
  /** `samples/<sample>.mdx` */
  readonly sample: string
  /** The components that it shows. */
  readonly names: readonly string[]
  readonly course: Course
}

/** Components that one sample shows: what their sources say about them, the sample, and how a lesson shows it. */
export function ComponentSample({ sample, names, course }: ComponentSampleProps) {
  const [lesson, next] = course.publishedLessons
  return (
    <>
      {readAllComponentDocs()
        .filter(({ name }) => names.includes(name))
        .map(({ name, doc, props }) => (
          <div key={name}>
            {names.length > 1 && (
              <h3>
                <code translate="no">{`<${name}>`}</code>
              </h3>
            )}
            <p className="quiet">{doc}</p>
            {props.length > 0 && <FieldTable fields={props} label={`What ${name} takes`} />}
          </div>
        ))}
      {lesson && <LiveSample sample={sample} lesson={lesson} next={next} />}
    </>
  )
}

interface LiveSampleProps {
  readonly sample: string
  /** What the sample takes its exercise and its card from. */
  readonly lesson: Lesson
  readonly next: Lesson | undefined
}

async function LiveSample({ sample, lesson, next }: LiveSampleProps) {
  const values: SampleValues = {
    exercise: lesson.exercises[0]?.id ?? '',
    card: lesson.cards[0]?.id ?? '',
    source: Object.keys(sources)[0] ?? '',
  }
  const components = createLessonComponents(lesson, next)
  const { default: document } = await load(sample)
  const {
    before,
    workbench: bench,
    after,
  } = splitLesson([unwrapFragment(document({ components, ...values }))], components)
  return (
    <div className={styles.pair}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre translate="no" className={styles.source} tabIndex={0}>
        {readSampleSource(sample, values)}
      </pre>
      <div className={styles.live}>
        {before}
        {bench}
        {after}
      </div>
    </div>
  )
}

/** A document of one piece is that piece, one of several holds them. */
const unwrapFragment = (tree: ReactNode): ReactNode =>
  isValidElement<{ readonly children?: ReactNode }>(tree) && tree.type === Fragment ? tree.props.children : tree

interface SampleValues {
  readonly exercise: string
  readonly card: string
  readonly source: string
}

/** As an author would write it, with the sample’s actual names. */
function readSampleSource(sample: string, values: SampleValues): string {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), `app/(course)/authors/samples/${sample}.mdx`)
  return readFileSync(file, 'utf8')
    .trimEnd()
    .replace(/{props\.(\w+)}/g, (_, name: keyof SampleValues) => `"${values[name]}"`)
    .replace("'../figures/", "'./figures/")
}

type Document = (props: SampleValues & { readonly components: ReturnType<typeof createLessonComponents> }) => ReactNode
/** The bundler needs a relative template. */
const load = (sample: string): Promise<{ default: Document }> => import(`./samples/${sample}.mdx`)
