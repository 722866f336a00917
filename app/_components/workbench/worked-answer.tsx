import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide'
import { useEffect, useRef, useState } from 'react'
import { copyText } from '../ui/copy-text.ts'
import { Icon } from '../ui/icon.tsx'
import { AskDialog } from './ask-dialog.tsx'
import { HighlightedCode } from './highlighted-code.tsx'
import { loadSolution } from './solutions.ts'

interface WorkedAnswerProps {
  readonly exercise: string
  readonly name: string
  /** Passed, or given up before: it is shown at once. */
  readonly earned: boolean
  /** Called when it is shown. */
  readonly onShown?: (() => void) | undefined
  readonly onClose: () => void
}

/** The worked answer beside the learner's own, which it leaves alone. Who has not passed is asked first. */
export function WorkedAnswer({ exercise, name, earned, onShown, onClose }: WorkedAnswerProps) {
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
  return <Answer {...{ exercise, name, onShown, onClose }} />
}

type Text =
  | { readonly kind: 'coming' }
  | { readonly kind: 'here'; readonly source: string }
  | { readonly kind: 'failed'; readonly why: string }

function Answer({ exercise, name, onShown, onClose }: Omit<WorkedAnswerProps, 'earned'>) {
  const text = useAnswer(exercise, onShown)
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
          {text.kind === 'coming' && <p className="dialog-text">Loading …</p>}
          {text.kind === 'failed' && (
            <p className="dialog-text" role="alert">
              We couldn’t load the worked answer. {text.why} Then close this and try again.
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

/**
 * Loads the worked answer.
 *
 * @param onShown  called once when it is there
 */
function useAnswer(exercise: string, onShown: (() => void) | undefined): Text {
  const [text, setText] = useState<Text>({ kind: 'coming' })
  const shown = useRef(onShown)
  useEffect(() => {
    let isHere = true
    loadSolution(exercise).then(
      (source) => {
        if (!isHere) return
        setText({ kind: 'here', source })
        shown.current?.()
        shown.current = undefined
      },
      (error: unknown) => isHere && setText({ kind: 'failed', why: error instanceof Error ? error.message : '' }),
    )
    return () => {
      isHere = false
    }
  }, [exercise])
  return text
}

function CopyButton({ text }: { readonly text: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  const copy = async () => setState((await copyText(text)) ? 'copied' : 'failed')
  return (
    <div className="dialog-row">
      {state === 'failed' && (
        <p className="dialog-text" role="alert">
          Your browser didn’t let us copy it. Select the text and copy it yourself.
        </p>
      )}
      <button type="button" className="button" onClick={() => void copy()}>
        {state === 'copied' ? 'Copied' : 'Copy the answer'}
      </button>
    </div>
  )
}
