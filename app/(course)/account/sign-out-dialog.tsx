import type { UnsentWork } from '../../_components/sending/unsent-work.ts'
import { Button } from '../../_components/ui/button.tsx'
import { Sheet, SheetActions } from '../../_components/ui/sheet.tsx'
import { spellCount } from '../../_components/ui/spell-number.ts'

interface SignOutDialogProps {
  readonly work: UnsentWork
  readonly onSignOut: (options: { readonly keepsUnsent: boolean }) => void
  readonly onCancel: () => void
}

/** Asks what to do with the work that the server doesn’t have. */
export function SignOutDialog({ work, onSignOut, onCancel }: SignOutDialogProps) {
  return (
    <Sheet
      kind="question"
      title="Sign out with unsent work?"
      text={
        <>
          Only this device has {describeUnsentWork(work)}. You can keep that here until you sign in again in this
          browser; nobody else can see it in the course. If this isn’t your computer, delete it.
        </>
      }
      onClose={onCancel}
    >
      <SheetActions>
        <Button onClick={onCancel}>Stay signed in</Button>
        <Button onClick={() => onSignOut({ keepsUnsent: false })}>Delete and sign out</Button>
        <Button variant="primary" onClick={() => onSignOut({ keepsUnsent: true })}>
          Keep and sign out
        </Button>
      </SheetActions>
    </Sheet>
  )
}

/** Describes what the server doesn't have: “two answers, one rating and one draft”. */
function describeUnsentWork(work: UnsentWork): string {
  const parts = (
    [
      [work.answers, 'answer'],
      [work.solutionViews, 'solution view'],
      [work.ratings, 'rating'],
      [work.drafts, 'draft'],
      [work.interviewAnswers, 'interview answer'],
      [work.plans, 'plan change'],
      [work.rounds, 'unfinished timed round'],
    ] as const
  ).flatMap(([count, noun]) => (count > 0 ? [spellCount(count, noun)] : []))
  const last = parts.at(-1) ?? ''
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last
}
