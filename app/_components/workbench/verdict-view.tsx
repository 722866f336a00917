import { Check as CheckIcon, X } from 'lucide'
import type { WorkbenchExercise } from '#lib/course/workbench-exercise.ts'
import { summarizeVerdict } from '#lib/grading/summarize-verdict.ts'
import type { Check, Verdict } from '#lib/grading/verdict.ts'
import { Icon } from '../ui/icon.tsx'
import checksListStyles from './checks-list.module.css'
import { isDifferent } from './compared-steps.ts'
import { CostLine } from './cost-view.tsx'
import { CounterexampleView } from './counterexample-view.tsx'
import { HighlightedCode } from './highlighted-code.tsx'
import { InlineText } from './inline-text.tsx'
import { PassView } from './pass-view.tsx'
import { ThisMistake } from './this-mistake.tsx'
import verdictStyles from './verdict.module.css'
import { VerdictHead } from './verdict-head.tsx'
import { describeRun, headline } from './verdict-text.ts'
import type { GradedRun } from './workbench-state.ts'

export interface VerdictViewProps {
  readonly run: GradedRun
  readonly exercise: Pick<WorkbenchExercise, 'id' | 'codeMistakes' | 'lesson' | 'next'>
}

/** What the code did. Each outcome begins with the same line, in the same place. */
export function VerdictView({ run, exercise }: VerdictViewProps) {
  const { verdict, source } = run
  if (verdict.outcome === 'passed') return <PassView run={run} next={exercise.next} />
  const { problem, counterexample, cost, checks } = verdict
  // after an endless loop or a dead worker there is no result to compare with the expected one
  const comparable = !problem || problem.kind === 'threw'
  return (
    <>
      <VerdictHead mark="wrong" headline={headline(run)} meta={describeRun(run)} />
      <Misconceptions verdict={verdict} />
      {problem && <ProblemExcerpt verdict={verdict} source={source} />}
      {problem && 'input' in problem && problem.input && (
        <p className={`quiet small ${verdictStyles.note}`}>Failed on input: {problem.input}.</p>
      )}
      {verdict.outcome === 'did-not-run' && (
        <p className={`quiet small ${verdictStyles.note}`}>
          Your code didn’t run, so nothing was graded. This doesn’t count as an attempt.
        </p>
      )}
      {counterexample && comparable && isDifferent(counterexample) && (
        <CounterexampleView counterexample={counterexample} tolerance={verdict.tolerance} />
      )}
      {verdict.misconceptions.map(({ id }) => {
        const entry = exercise.codeMistakes.find((mistake) => mistake.id === id)
        return (
          entry && (
            <ThisMistake
              key={id}
              misconception={id}
              exercise={exercise.id}
              title={entry.title}
              lesson={exercise.lesson}
              source={source}
            />
          )
        )
      })}
      {checks.length > 0 && <ChecksList checks={checks} />}
      {cost && (!cost.graded || cost.passed || checks.filter((c) => !c.passed).length > 1) && <CostLine cost={cost} />}
    </>
  )
}

/** The checks by name, failed ones first. */
function ChecksList({ checks }: { readonly checks: readonly Check[] }) {
  const failedFirst = [...checks].sort((a, b) => Number(a.passed) - Number(b.passed))
  const rows = Math.ceil(checks.length / 2)
  return (
    <ol
      className={`ruled ${checksListStyles.checks}`}
      aria-label="Checks"
      style={{ gridTemplateRows: `repeat(${rows}, auto)` }}
    >
      {failedFirst.map(({ id, name, passed, message }) => (
        <li key={id} className={passed ? undefined : checksListStyles.failed}>
          {passed ? <Icon icon={CheckIcon} className="" /> : <Icon icon={X} className="" />}
          <span>
            {name}
            <span className="vh">{passed ? ' passed' : ' failed'}</span>
          </span>
          <span className={`${checksListStyles.why} num`}>{message}</span>
        </li>
      ))}
    </ol>
  )
}

/** The feedback of each recognized misconception; without any, the difference. */
function Misconceptions({ verdict }: { readonly verdict: Verdict }) {
  const { misconceptions, headline } = verdict
  const { message } = summarizeVerdict(verdict)
  if (misconceptions.length === 0)
    return message ? (
      <p className={verdictStyles.misconception}>
        <InlineText text={message} />
      </p>
    ) : null
  return misconceptions.map(({ id, headline: own, say }, i) => (
    <p className={verdictStyles.misconception} key={id}>
      {i > 0 && own !== headline && <strong>{own}. </strong>}
      <InlineText text={say} />
    </p>
  ))
}

/** The faulty line between its neighbours. */
function ProblemExcerpt({ verdict, source }: { readonly verdict: Verdict; readonly source: string }) {
  const { line } = summarizeVerdict(verdict)
  if (!line) return null
  return (
    <div className={verdictStyles.excerpt}>
      <HighlightedCode source={source} from={Math.max(1, line - 1)} to={line + 1} at={line} />
    </div>
  )
}
