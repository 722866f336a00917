import { ChecksList } from './checks-list.tsx'
import { differs } from './compared-steps.ts'
import { CostLine } from './cost-view.tsx'
import { CounterexampleView } from './counterexample-view.tsx'
import { Misconceptions } from './misconceptions.tsx'
import { PassView } from './pass-view.tsx'
import { ProblemExcerpt } from './problem-excerpt.tsx'
import { VerdictHead } from './verdict-head.tsx'
import { headline, metaLine } from './verdict-words.ts'
import type { WorkbenchExercise } from './workbench.tsx'
import type { Judged } from './workbench-state.ts'

export interface VerdictViewProps {
  readonly judged: Judged
  readonly exercise: Pick<WorkbenchExercise, 'explains' | 'next'>
}

/** What the code did. Each outcome begins with the same line, in the same place. */
export function VerdictView({ judged, exercise }: VerdictViewProps) {
  const { verdict, source } = judged
  if (verdict.outcome === 'passed') return <PassView judged={judged} next={exercise.next} />
  const { problem, counterexample, cost, checks } = verdict
  // after an endless loop or a dead worker there is no result to lay beside the expected one
  const comparable = !problem || problem.kind === 'threw'
  return (
    <>
      <VerdictHead mark="wrong" headline={headline(judged)} meta={metaLine(judged)} />
      <Misconceptions verdict={verdict} explains={exercise.explains} />
      {problem && <ProblemExcerpt problem={problem} source={source} />}
      {problem && 'input' in problem && problem.input && (
        <p className="verdict-note">It happened on: {problem.input}.</p>
      )}
      {verdict.outcome === 'did-not-run' && (
        <p className="verdict-note">Nothing was graded. This run does not count.</p>
      )}
      {counterexample && comparable && differs(counterexample) && (
        <CounterexampleView of={counterexample} tolerance={verdict.tolerance} />
      )}
      {checks.length > 0 && <ChecksList checks={checks} />}
      {cost && (!cost.graded || cost.passed || checks.filter((c) => !c.passed).length > 1) && <CostLine cost={cost} />}
    </>
  )
}
