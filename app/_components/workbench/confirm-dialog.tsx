import { Button } from '../ui/button.tsx'
import { Sheet, SheetActions } from '../ui/sheet.tsx'

interface ConfirmDialogProps {
  readonly title: string
  readonly text: string
  /** A verb with its object, such as “Reset code”. */
  readonly confirmLabel: string
  readonly cancelLabel: string
  /** Performs the action and closes the dialog. */
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks for confirmation before something that is hard to undo. */
export function ConfirmDialog({ title, text, confirmLabel, cancelLabel, onConfirm, onClose }: ConfirmDialogProps) {
  return (
    <Sheet kind="question" title={title} text={text} onClose={onClose}>
      <SheetActions>
        <Button onClick={onClose}>{cancelLabel}</Button>
        <Button variant="primary" onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </SheetActions>
    </Sheet>
  )
}
