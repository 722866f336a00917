import 'katex/dist/katex.min.css'
import type { Metadata } from 'next'
import { readCourse } from '#lib/course/read-course.ts'
import { ComponentSample } from '../component-samples.tsx'
import { GuidePage } from '../guide-page.tsx'
import { SAMPLES } from '../samples.ts'

export const metadata: Metadata = {
  title: 'Components · For authors',
  description: 'Every component that a lesson may use, with its props and a live sample next to its source.',
}

/** Every component that a lesson may use: what its source says about it, and a live sample. */
export default async function ComponentsPage() {
  const course = await readCourse()
  return (
    <GuidePage
      href="/authors/components"
      title="Components"
      intro={
        <p>
          A lesson may use these components without importing them. Each sample stands next to its source, as a lesson
          shows it.
        </p>
      }
      sections={Object.entries(SAMPLES).map(([sample, names]) => ({
        id: `component-${sample}`,
        title: names.map((name) => `<${name}>`).join(', '),
        content: <ComponentSample sample={sample} names={names} course={course} />,
      }))}
    />
  )
}
