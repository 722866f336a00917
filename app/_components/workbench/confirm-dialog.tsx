import { Button } from '../ui/button.tsx'
import { Sheet, SheetActions } from '../ui/sheet.tsx'

interface ConfirmDialogProps {
  readonly title: string
  readonly text: string
  /** What the button does, as a verb with its object. */
  readonly confirmLabel: string
  readonly cancelLabel: string
  /** Does it, and takes the dialog away. */
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** A question before something that is not done lightly. */
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
