import type { Metadata } from 'next'
import { readCourse } from '#lib/course/read-course.ts'
import { readPageUnexplainedAnswers } from '#lib/service/unexplained-answers.ts'
import { GuidePage } from '../guide-page.tsx'
import { AskLearners } from './ask-learners.tsx'
import { Strengths } from './strengths.tsx'
import { UnexplainedList } from './unexplained-list.tsx'

export const metadata: Metadata = {
  title: 'Right and wrong answers · For authors',
  description: 'How misconceptions are found, what learners’ answers show, and how well each exercise judges answers.',
}

/** How misconceptions are found, and how well the exercises judge answers. */
export default async function AnswersPage() {
  const [course, unexplained] = await Promise.all([readCourse(), readPageUnexplainedAnswers()])
  return (
    <GuidePage
      href="/authors/answers"
      title="Right and wrong answers"
      intro={<p>An exercise is only as good as its judgment of answers that its author didn’t write.</p>}
      sections={[
        { id: 'misconceptions', title: 'Finding misconceptions', content: <AskLearners /> },
        { id: 'unexplained', title: 'Unexplained outputs', content: <UnexplainedList answers={unexplained} /> },
        { id: 'strength', title: 'Strength of the exercises', content: <Strengths course={course} /> },
      ]}
    />
  )
}
