import { AlertDialog } from '@base-ui/react/alert-dialog'
import '../ui/dialog.css'

interface AskDialogProps {
  readonly title: string
  readonly text: string
  /** What the button does, as a verb with its object. */
  readonly yes: string
  readonly no: string
  /** Does it, and takes the dialog away. */
  readonly onYes: () => void
  readonly onClose: () => void
}

/** A question before something that is not done lightly. */
export function AskDialog({ title, text, yes, no, onYes, onClose }: AskDialogProps) {
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-backdrop" />
        <AlertDialog.Popup className="dialog">
          <AlertDialog.Title className="dialog-title">{title}</AlertDialog.Title>
          <AlertDialog.Description className="dialog-text">{text}</AlertDialog.Description>
          <div className="dialog-row">
            <AlertDialog.Close className="button">{no}</AlertDialog.Close>
            <button type="button" className="button primary" onClick={onYes}>
              {yes}
            </button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
