'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { CounterexampleView } from '#app/_components/workbench/counterexample-view.tsx'
import { UnexplainedAnswers } from '#lib/contract/authors.ts'
import styles from './authors.module.css'

type Output = UnexplainedAnswers['exercises'][number]['outputs'][number]

/** The wrong outputs of learners that no misconception explains yet, the most frequent of each exercise first. */
export function UnexplainedList() {
  const [found, setFound] = useState<UnexplainedAnswers | 'away'>()
  useEffect(() => {
    fetch('/api/authors/unexplained')
      .then(async (response) => setFound(response.ok ? UnexplainedAnswers.parse(await response.json()) : 'away'))
      .catch(() => setFound('away'))
  }, [])
  return <div aria-live="polite">{content(found)}</div>
}

function content(found: UnexplainedAnswers | 'away' | undefined): ReactNode {
  if (found === undefined) return <p className="quiet">Counting</p>
  if (found === 'away') return <p>The server did not answer. Load the page again to ask it once more.</p>
  const none = (
    <p>No wrong output is unexplained: each that a learner sent has a misconception, or nobody sent one yet.</p>
  )
  return (
    <>
      {!found.author && (
        <p className="quiet">
          What learners wrote is shown to authors alone: in development, and to accounts that the server lists in
          AUTHORS. You see the counts.
        </p>
      )}
      {found.exercises.length === 0 && none}
      {found.exercises.map(({ exercise, lesson, outputs }) => (
        <section key={exercise} className={styles.unexplained}>
          <h3>
            <a href={`/lessons/${lesson}#build-${exercise}`}>{exercise}</a>
          </h3>
          <ol>
            {outputs.map((output) => (
              <li key={output.name}>
                <p>
                  <b>{counted(output.answers, 'answer')}</b> of {counted(output.learners, 'learner')}, last on{' '}
                  {day(output.at)}
                </p>
                {output.example && <Example of={output.example} />}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

function Example({ of }: { readonly of: NonNullable<Output['example']> }) {
  const { headline, difference, source, counterexample, tolerance } = of
  return (
    <details>
      <summary>{headline}</summary>
      {difference && <p>{difference}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre translate="no" className={styles.source} tabIndex={0}>
        {source}
      </pre>
      {counterexample && <CounterexampleView of={counterexample} tolerance={tolerance} />}
    </details>
  )
}

const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
const day = (at: number): string =>
  new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
