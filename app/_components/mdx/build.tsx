import { Children, isValidElement, type ReactElement, type ReactNode } from 'react'
import { exerciseId } from '#lib/course/anchors.ts'
import type { Lesson } from '#lib/course/course.ts'
import styles from '../workbench/bench.module.css'
import { ExercisePanels } from './exercise-panels.tsx'
import { PassedMark } from './passed-mark.tsx'
import { Sandbox, type SandboxProps } from './sandbox.tsx'

interface BuildProps {
  readonly lesson: Lesson
  readonly next: Lesson | undefined
  readonly title: string
  /** Sandboxes, in the order of their tabs. */
  readonly children: ReactNode
  /** What the lesson's author calls Sandbox. */
  readonly sandbox: unknown
}

/** The lesson's exercises, edge to edge, on a cooler background. */
export function Build({ lesson, next, title, children, sandbox }: BuildProps) {
  const sandboxes = Children.toArray(children).filter(
    (child): child is ReactElement<SandboxProps> => isValidElement(child) && child.type === sandbox,
  )
  const panels = sandboxes.flatMap(({ props }) => {
    const exercise = lesson.exercises.find(({ id }) => id === props.exercise)
    if (!exercise) return []
    const tabs = sandboxes.length > 1 && <ExerciseTabs lesson={lesson} current={exercise.id} />
    const content = (
      <Sandbox key={exercise.id} lesson={lesson} next={next} exercise={exercise} tabs={tabs}>
        {props.children}
      </Sandbox>
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
        <a key={id} href={`#${exerciseId(id)}`} aria-current={id === current ? 'true' : undefined}>
          {name}
          <PassedMark exercise={id} />
        </a>
      ))}
    </nav>
  )
}
