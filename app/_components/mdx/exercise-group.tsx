import { Children, isValidElement, type ReactElement, type ReactNode } from 'react'
import { exerciseId } from '#lib/course/anchors.ts'
import type { Lesson } from '#lib/course/course.ts'
import styles from '../workbench/bench.module.css'
import { Exercise, type ExerciseProps } from './exercise.tsx'
import { ExercisePanels } from './exercise-panels.tsx'
import { PassedMark } from './passed-mark.tsx'

interface ExerciseGroupProps {
  readonly lesson: Lesson
  readonly next: Lesson | undefined
  readonly title: string
  /** Exercises, in the order of their tabs. */
  readonly children: ReactNode
  /** The component that the lesson's author calls Exercise. */
  readonly component: unknown
}

/** The lesson's exercises, edge to edge, on a cooler background. */
export function ExerciseGroup({ lesson, next, title, children, component }: ExerciseGroupProps) {
  const elements = Children.toArray(children).filter(
    (child): child is ReactElement<ExerciseProps> => isValidElement(child) && child.type === component,
  )
  const panels = elements.flatMap(({ props }) => {
    const exercise = lesson.exercises.find(({ id }) => id === props.id)
    if (!exercise) return []
    const tabs = elements.length > 1 && <ExerciseTabs lesson={lesson} current={exercise.id} />
    const content = (
      <Exercise key={exercise.id} lesson={lesson} next={next} exercise={exercise} tabs={tabs}>
        {props.children}
      </Exercise>
    )
    return [{ id: exerciseId(exercise.id), label: `Exercise ${exercise.name}`, content }]
  })
  return (
    <div className={styles.bench}>
      <div className={styles.inner}>
        <h2 id="build">{title}</h2>
      </div>
      <ExercisePanels panels={panels} />
    </div>
  )
}

function ExerciseTabs({ lesson, current }: { readonly lesson: Lesson; readonly current: string }) {
  return (
    <nav className={styles.tabs} aria-label="Exercises of this lesson">
      {lesson.exercises.map(({ id, name }) => (
        <a className="hit" key={id} href={`#${exerciseId(id)}`} aria-current={id === current ? 'true' : undefined}>
          {name}
          <PassedMark exercise={id} />
        </a>
      ))}
    </nav>
  )
}
