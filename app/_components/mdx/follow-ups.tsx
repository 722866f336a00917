import { Children, isValidElement, type ReactElement, type ReactNode } from 'react'
import { withUnit } from '../figure/format.ts'
import styles from './follow-ups.module.css'
import lessonStyles from './lesson.module.css'
import { Note } from './passages.tsx'

/** What an interviewer asks next. Its children are FollowUps; other text appears above them. */
export function FollowUps({ children }: { readonly children: ReactNode }) {
  const all = Children.toArray(children)
  const text = all.filter((child) => !isFollowUp(child) && !isNote(child) && child !== '\n')
  return (
    <section className={lessonStyles.asides}>
      <h2 className={lessonStyles.stepHead} id="follow-ups">
        Follow-up questions
      </h2>
      {text.length > 0 && <div className="prose">{text}</div>}
      <Note>Say your answer aloud before you open one. The seconds show how long a good answer takes.</Note>
      {all.filter(isNote)}
      <ol className={`ruled ${styles.followUps}`}>
        {all.filter(isFollowUp).map((child) => (
          <li key={child.key}>{child}</li>
        ))}
      </ol>
    </section>
  )
}

interface FollowUpProps {
  readonly question: string
  /** How long a good answer takes to say. */
  readonly seconds?: number
  /** The answer; a FollowUp inside it comes next. */
  readonly children: ReactNode
}

/** A follow-up question, with its answer on request. */
export function FollowUp({ question, seconds, children }: FollowUpProps) {
  const all = Children.toArray(children)
  const deeper = all.filter(isFollowUp)
  return (
    <details>
      <summary className="no-marker">
        {question}
        {seconds !== undefined && <span className={`${styles.seconds} num`}>{withUnit(String(seconds), 's')}</span>}
      </summary>
      <div className="prose">{all.filter((child) => !isFollowUp(child))}</div>
      {deeper.length > 0 && (
        <ul>
          {deeper.map((child) => (
            <li key={child.key}>{child}</li>
          ))}
        </ul>
      )}
    </details>
  )
}

const isFollowUp = (node: ReactNode): node is ReactElement => isValidElement(node) && node.type === FollowUp
const isNote = (node: ReactNode): boolean => isValidElement(node) && node.type === Note
