import 'katex/dist/katex.min.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { TimedExercise } from '#app/_components/workbench/timed-workbench.tsx'
import { findExercise, findLesson, readCourse } from '#lib/course/read-course.ts'
import { replay } from '#lib/interview/replay.ts'
import { createInterviewView } from '#lib/service/interview-view.ts'
import { findPageInterview, listPageInterviews } from '#lib/service/my-interviews.ts'
import { DebriefView } from './debrief-view.tsx'
import { InterviewSession } from './interview-session.tsx'
import { createTimedExercise } from './timed-exercise.tsx'

export const metadata: Metadata = { title: 'Mock interview' }

interface Props {
  readonly params: Promise<{ readonly id: string }>
}

/** A mock interview of whoever views it: the room while it continues, the debrief after it. */
export default async function OneInterviewPage({ params }: Props) {
  const { id } = await params
  const interview = await findPageInterview(id)
  if (!interview) notFound()
  if (replay(interview.events).now !== null)
    return (
      <InterviewSession
        initial={createInterviewView(interview)}
        coding={await loadTimedExercise(interview.plan.coding?.exercise)}
      />
    )
  const [course, interviews] = await Promise.all([readCourse(), listPageInterviews()])
  const earlier = interviews.find(({ at, events }) => at < interview.at && replay(events).now === null)
  return <DebriefView interview={interview} earlier={earlier} publishedLessons={course.publishedLessons} />
}

async function loadTimedExercise(exercise: string | undefined): Promise<TimedExercise | undefined> {
  if (exercise === undefined) return undefined
  const info = await findExercise(exercise)
  const lesson = info && (await findLesson(info.lesson))
  return info && lesson && createTimedExercise(info, lesson)
}
