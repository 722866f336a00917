import type { Problem } from '#lib/grading/verdict.ts'
import { HighlightedCode } from './highlighted-code.tsx'
import { problemLine } from './verdict-words.ts'

/** The faulty line between its neighbours. */
export function ProblemExcerpt({ problem, source }: { readonly problem: Problem; readonly source: string }) {
  const line = problemLine(problem)
  if (!line) return null
  return (
    <div className="excerpt">
      <HighlightedCode source={source} from={Math.max(1, line - 1)} to={line + 1} at={line} />
    </div>
  )
}
