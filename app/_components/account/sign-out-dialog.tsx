import { AlertDialog } from '@base-ui/react/alert-dialog'
import { describeUnsentWork } from './describe-unsent-work.ts'
import type { UnsentWork } from './unsent-work.ts'
import '../ui/dialog.css'

interface SignOutDialogProps {
  readonly work: UnsentWork
  readonly onSignOut: (options: { readonly keepsUnsent: boolean }) => void
  readonly onCancel: () => void
}

/** Asks what to do with the work that the server doesn’t have. */
export function SignOutDialog({ work, onSignOut, onCancel }: SignOutDialogProps) {
  return (
    <AlertDialog.Root open onOpenChange={(isOpen) => !isOpen && onCancel()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-backdrop" />
        <AlertDialog.Popup className="dialog">
          <AlertDialog.Title className="dialog-title">Sign out with unsent work?</AlertDialog.Title>
          <AlertDialog.Description className="dialog-text">
            Only this device has {describeUnsentWork(work)}. You can keep that here until you sign in again in this
            browser; nobody else can see it in the course. If this isn’t your computer, delete it.
          </AlertDialog.Description>
          <div className="dialog-row">
            <AlertDialog.Close className="button">Stay signed in</AlertDialog.Close>
            <button type="button" className="button" onClick={() => onSignOut({ keepsUnsent: false })}>
              Delete and sign out
            </button>
            <button type="button" className="button primary" onClick={() => onSignOut({ keepsUnsent: true })}>
              Keep and sign out
            </button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
