import { X } from 'lucide'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { copyText } from '../ui/copy-text.ts'
import { Icon } from '../ui/icon.tsx'
import { Sheet, SheetActions, SheetText } from '../ui/sheet.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { HighlightedCode } from './highlighted-code.tsx'
import { loadSolution } from './solutions.ts'
import styles from './worked-answer.module.css'

interface WorkedAnswerProps {
  readonly exercise: string
  readonly name: string
  /** Passed, or given up before: it is shown at once. */
  readonly hasEarnedSolution: boolean
  /** Called when it is shown. */
  readonly onShown?: (() => void) | undefined
  readonly onClose: () => void
}

/** The solution next to the learner's code, which doesn't change. Learners who haven't passed must confirm first. */
export function WorkedAnswer({ exercise, name, hasEarnedSolution, onShown, onClose }: WorkedAnswerProps) {
  const [isOpen, setIsOpen] = useState(hasEarnedSolution)
  if (!isOpen)
    return (
      <ConfirmDialog
        title="Show the solution?"
        text={`This marks ${name} as solved with help. You can still build it yourself; your code stays in the editor.`}
        confirmLabel="Show the solution"
        cancelLabel="Keep trying"
        onConfirm={() => setIsOpen(true)}
        onClose={onClose}
      />
    )
  return <Answer {...{ exercise, name, onShown, onClose }} />
}

type Text =
  | { readonly kind: 'coming' }
  | { readonly kind: 'here'; readonly source: string }
  | { readonly kind: 'failed'; readonly why: string }

function Answer({ exercise, name, onShown, onClose }: Omit<WorkedAnswerProps, 'hasEarnedSolution'>) {
  const text = useAnswer(exercise, onShown)
  return (
    <Sheet
      kind="panel"
      title={`Solution: ${name}`}
      text="One of many correct solutions. Your code stays in the editor."
      corner={
        <Button variant="icon" aria-label="Close the solution" onClick={onClose}>
          <Icon icon={X} />
        </Button>
      }
      onClose={onClose}
    >
      {text.kind === 'coming' && <SheetText>Loading …</SheetText>}
      {text.kind === 'failed' && (
        <SheetText role="alert">We couldn’t load the solution. {text.why} Close this and try again.</SheetText>
      )}
      {text.kind === 'here' && (
        <>
          <div className={styles.answer}>
            <HighlightedCode source={text.source} />
          </div>
          <CopyButton text={text.source} />
        </>
      )}
    </Sheet>
  )
}

/**
 * Loads the solution.
 *
 * @param onShown  called once when it is there
 */
function useAnswer(exercise: string, onShown: (() => void) | undefined): Text {
  const [text, setText] = useState<Text>({ kind: 'coming' })
  const onShownRef = useRef(onShown)
  useEffect(() => {
    let isHere = true
    loadSolution(exercise).then(
      (source) => {
        if (!isHere) return
        setText({ kind: 'here', source })
        onShownRef.current?.()
        onShownRef.current = undefined
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
    <SheetActions>
      {state === 'failed' && (
        <SheetText role="alert">Your browser didn’t let us copy it. Select the text and copy it yourself.</SheetText>
      )}
      <Button onClick={() => void copy()}>{state === 'copied' ? 'Copied' : 'Copy the solution'}</Button>
    </SheetActions>
  )
}
