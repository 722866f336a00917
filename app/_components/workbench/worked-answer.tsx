import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide'
import { useEffect, useState } from 'react'
import { Icon } from '../ui/icon.tsx'
import { AskDialog } from './ask-dialog.tsx'
import { fetchSolution, giveUp } from './course-api.ts'
import { HighlightedCode } from './highlighted-code.tsx'

interface WorkedAnswerProps {
  readonly exercise: string
  readonly name: string
  /** Passed, or given up before: it is shown at once. */
  readonly earned: boolean
  readonly onGaveUp: () => void
  readonly onClose: () => void
}

/** The worked answer beside the learner's own, which it leaves alone. Who has not passed is asked first. */
export function WorkedAnswer({ exercise, name, earned, onGaveUp, onClose }: WorkedAnswerProps) {
  const [asked, setAsked] = useState(earned)
  if (!asked)
    return (
      <AskDialog
        title="Show a worked answer?"
        text={`It is noted that you gave up on ${name}. You can still build it afterwards; your own text stays as it is.`}
        yes="Show the answer"
        no="Keep trying"
        onYes={() => setAsked(true)}
        onClose={onClose}
      />
    )
  return <Answer exercise={exercise} name={name} bring={earned ? fetchSolution : giveUp} {...{ onGaveUp, onClose }} />
}

type AnswerProps = Omit<WorkedAnswerProps, 'earned'> & { readonly bring: (exercise: string) => Promise<string> }
type Text =
  | { readonly kind: 'coming' }
  | { readonly kind: 'here'; readonly source: string }
  | { readonly kind: 'failed'; readonly why: string }

function Answer({ exercise, name, bring, onGaveUp, onClose }: AnswerProps) {
  const text = useAnswer(exercise, bring, onGaveUp)
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog side">
          <div className="dialog-head">
            <Dialog.Title className="dialog-title">Worked answer: {name}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label="Close the worked answer">
              <Icon of={X} />
            </Dialog.Close>
          </div>
          <Dialog.Description className="dialog-text">
            One right answer among many. Your own stays in the editor.
          </Dialog.Description>
          {text.kind === 'coming' && <p className="dialog-text">Fetching it</p>}
          {text.kind === 'failed' && (
            <p className="dialog-text" role="alert">
              The worked answer did not come. {text.why} Close this and ask again.
            </p>
          )}
          {text.kind === 'here' && (
            <>
              <HighlightedCode source={text.source} />
              <CopyButton text={text.source} />
            </>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Asks once, however often the effect runs. */
function useAnswer(exercise: string, bring: AnswerProps['bring'], onGaveUp: () => void): Text {
  const [text, setText] = useState<Text>({ kind: 'coming' })
  const [request] = useState(() => ({ once: undefined as Promise<string> | undefined }))
  useEffect(() => {
    request.once ??= bring(exercise)
    let here = true
    request.once.then(
      (source) => {
        if (!here) return
        setText({ kind: 'here', source })
        onGaveUp()
      },
      (error: unknown) => here && setText({ kind: 'failed', why: error instanceof Error ? error.message : '' }),
    )
    return () => {
      here = false
    }
  }, [exercise, bring, onGaveUp, request])
  return text
}

function CopyButton({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState(false)
  return (
    <div className="dialog-row">
      <button
        type="button"
        className="button"
        onClick={() =>
          navigator.clipboard.writeText(text).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }
      >
        {copied ? 'Copied' : 'Copy the answer'}
      </button>
    </div>
  )
}
