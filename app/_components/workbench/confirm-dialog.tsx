import { Button } from '../ui/button.tsx'
import { Sheet, SheetActions } from '../ui/sheet.tsx'

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
export function ConfirmDialog({ title, text, yes, no, onYes, onClose }: AskDialogProps) {
  return (
    <Sheet kind="question" title={title} text={text} onClose={onClose}>
      <SheetActions>
        <Button onClick={onClose}>{no}</Button>
        <Button variant="primary" onClick={onYes}>
          {yes}
        </Button>
      </SheetActions>
    </Sheet>
  )
}
