import { VerdictHead } from './verdict-head.tsx'

interface OurFaultProps {
  readonly message: string
  readonly onRun: () => void
}

/** Neither this browser nor the server could grade: it is told as ours. */
export function OurFault({ message, onRun }: OurFaultProps) {
  return (
    <>
      <VerdictHead mark="ours" headline="We could not grade this" meta="Our fault, not yours" />
      <p className="misconception">
        The grader stopped while it ran your code. Your answer is kept, and no attempt was counted.
      </p>
      <p className="verdict-note">
        <button type="button" className="button" onClick={onRun}>
          Try again
        </button>
      </p>
      {message && <p className="verdict-note faint">{message}</p>}
    </>
  )
}
