import { Children, isValidElement, type ReactNode } from 'react'
import type { ExerciseInfo, Lesson } from '#lib/course/course.ts'
import { readWorkbenchExercise } from '#lib/course/read-workbench-exercise.ts'
import styles from '../workbench/bench.module.css'
import { HighlightedCode } from '../workbench/highlighted-code.tsx'
import { Workbench } from '../workbench/workbench.tsx'

/** As authors write it. */
export interface ExerciseProps {
  /** The name of its folder in exercises/. */
  readonly id: string
  /** The brief: paragraphs, then a list of rules. */
  readonly children?: ReactNode
}

interface BoundProps {
  readonly lesson: Lesson
  readonly next: Lesson | undefined
  readonly exercise: ExerciseInfo
  readonly tabs: ReactNode
  readonly children?: ReactNode
}

/** An exercise on the bench: its brief, the ways to its neighbours, the workbench. */
export async function Exercise({ lesson, next, exercise, tabs, children }: BoundProps) {
  const workbench = await readWorkbenchExercise(exercise, lesson, next)
  return (
    <Workbench exercise={workbench} code={<HighlightedCode source={workbench.starter} />}>
      <Brief>{children}</Brief>
      {tabs}
    </Workbench>
  )
}

/** Paragraphs on the left, rules on the right. */
function Brief({ children }: { readonly children: ReactNode }) {
  const all = Children.toArray(children).filter((child) => child !== '\n')
  const isList = (node: ReactNode) => isValidElement(node) && (node.type === 'ul' || node.type === 'ol')
  return (
    <div className={styles.brief} data-brief="">
      <div className="prose">{all.filter((child) => !isList(child))}</div>
      {all.some(isList) && <div className="prose">{all.filter(isList)}</div>}
    </div>
  )
}
