import { Children, isValidElement, type ReactElement, type ReactNode } from 'react'
import { mistakeId } from '#lib/course/anchors.ts'
import { capital, spellCount } from '../ui/spell-number.ts'
import { InlineText } from '../workbench/inline-text.tsx'
import styles from './code-mistakes.module.css'
import lessonStyles from './lesson.module.css'
import { LinePair } from './line-pair.tsx'
import { OpenTarget } from './open-target.tsx'

interface CodeMistakeProps {
  /** The misconceptions of the lesson's exercises that it explains, separated by spaces. */
  readonly ids: string
  /** The mistake in a few words: “0 instead of −∞”. `Code` may be between backticks. */
  readonly title: string
  /** How it shows: “Every row but the last gives weight to the future”. */
  readonly symptom: string
  /**
   * A block of code marked `ts faulty` and one marked `ts right`, then a paragraph that says why. Further blocks marked
   * `ts faulty ID` show what another misconception of the family looks like, `ts faulty EXERCISE/ID` what it looks like
   * in one exercise, which only the verdicts of that exercise show. They are compared with the `ts right ID` block that names the same, or else with the unnamed one.
   */
  readonly children: ReactNode
}

/** A mistake in code, folded: how it shows, the faulty line next to the right one, and why. Verdicts show the two lines. */
export function CodeMistake({ ids, title, symptom, children }: CodeMistakeProps) {
  const all = Children.toArray(children)
  const blocks = all.flatMap((child) => readBlock(child) ?? [])
  const rights = blocks.filter(({ label }) => label === 'right')
  const faulty = blocks.filter(({ label }) => label === 'faulty')
  const mistakeIds = faulty.flatMap((block) => block.ids)
  const others = splitIds(ids).filter((id) => !mistakeIds.includes(id))
  return (
    <details className={styles.mistake}>
      <summary className="no-marker">
        <span className={styles.what}>
          <InlineText text={title} />
          <span className={`${styles.yours} wrong`} data-yours="" hidden>
            <b aria-hidden="true">✕</b> in your last run
          </span>
        </span>
        <span className={`quiet small ${styles.symptom}`}>
          <InlineText text={symptom} />
        </span>
      </summary>
      <div className={styles.body}>
        {splitIds(ids).map((id) => (
          <span key={id} id={mistakeId(id)} className={styles.place} />
        ))}
        {faulty.map((block) => {
          const right = findRight(rights, block)
          return (
            right && (
              <LinePair
                key={block.code}
                ids={block.ids.length > 0 ? block.ids : others}
                isHidden={block.ids.length > 0 && block.ids.every((id) => id.includes('/'))}
                faulty={block.code}
                right={right.code}
              />
            )
          )
        })}
        <div className="prose">{all.filter((child) => blocks.every(({ element }) => element !== child))}</div>
      </div>
    </details>
  )
}

const splitIds = (ids: string): readonly string[] => ids.split(/\s+/).filter((id) => id !== '')

/** A labelled block of code: ```ts faulty, ```ts faulty ID, or ```ts faulty EXERCISE/ID. */
interface Block {
  readonly element: ReactNode
  readonly label: string
  readonly ids: readonly string[]
  readonly code: string
}

/** The right block that names a misconception of the faulty one, or else the unnamed one. */
const findRight = (rights: readonly Block[], faulty: Block): Block | undefined =>
  rights.find(({ ids }) => ids.some((id) => faulty.ids.includes(id))) ?? rights.find(({ ids }) => ids.length === 0)

function readBlock(element: ReactNode): Block | undefined {
  if (!isValidElement<{ children?: ReactNode }>(element)) return undefined
  const code = element.props.children
  if (!isValidElement<{ children?: ReactNode; 'data-label'?: string }>(code)) return undefined
  const [label, ...ids] = splitIds(code.props['data-label'] ?? '')
  return label === undefined ? undefined : { element, label, ids, code: String(code.props.children).trimEnd() }
}

interface CodeMistakesProps {
  /** CodeMistake elements. */
  readonly children: readonly ReactElement[]
}

/** All mistakes in code that a lesson explains, under its exercises. */
export function CodeMistakes({ children }: CodeMistakesProps) {
  return (
    <section className={lessonStyles.wide}>
      <h2 className={lessonStyles.stepHead} id="mistakes">
        Mistakes in code
      </h2>
      <div className="prose">
        <p>{capital(spellCount(children.length, 'way'))} to get this wrong, and how each one shows.</p>
      </div>
      <OpenTarget />
      <ol className={`ruled ${styles.mistakes}`}>
        {children.map((mistake) => (
          <li key={mistake.key}>{mistake}</li>
        ))}
      </ol>
    </section>
  )
}
