import { CounterexampleView } from '#app/_components/workbench/counterexample-view.tsx'
import { exerciseHref } from '#lib/course/anchors.ts'
import type { UnexplainedAnswers } from '#lib/service/unexplained-answers.ts'
import styles from '../authors.module.css'

type Output = UnexplainedAnswers['exercises'][number]['outputs'][number]

interface UnexplainedListProps {
  /** undefined if they can’t be read now. */
  readonly answers: UnexplainedAnswers | undefined
}

/** The wrong outputs of learners that no misconception explains yet, the most frequent of each exercise first. */
export function UnexplainedList({ answers }: UnexplainedListProps) {
  if (!answers) return <p>We can’t load the answers right now. Reload the page to try again.</p>
  return (
    <>
      {!answers.author && (
        <p className="quiet">
          Only authors see learners’ code: everyone in development, otherwise the accounts listed in AUTHORS. You see
          only the counts.
        </p>
      )}
      {answers.exercises.length === 0 && (
        <p>
          No unexplained outputs: every wrong output so far matches a misconception, or nobody has submitted one yet.
        </p>
      )}
      {answers.exercises.map(({ exercise, lesson, outputs }) => (
        <section key={exercise} className={styles.unexplained}>
          <h3>
            <a href={exerciseHref(lesson, exercise)}>{exercise}</a>
          </h3>
          <ol className="ruled">
            {outputs.map((output) => (
              <li key={output.name}>
                <p>
                  <b>{countNoun(output.answers, 'answer')}</b> of {countNoun(output.learners, 'learner')}, last on{' '}
                  {day(output.at)}
                </p>
                {output.example && <Example example={output.example} />}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

function Example({ example }: { readonly example: NonNullable<Output['example']> }) {
  const { headline, difference, source, counterexample, tolerance } = example
  return (
    <details>
      <summary>{headline}</summary>
      {difference && <p>{difference}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre translate="no" className={styles.source} tabIndex={0}>
        {source}
      </pre>
      {counterexample && <CounterexampleView counterexample={counterexample} tolerance={tolerance} />}
    </details>
  )
}

const countNoun = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
const day = (at: number): string =>
  new Date(at).toLocaleDateString('en-US', { day: 'numeric', month: 'long', year: 'numeric' })
