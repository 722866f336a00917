import { Undo2 } from 'lucide'
import type { Draft } from '#lib/client/draft.ts'
import { Icon } from '../ui/icon.tsx'

interface KeptDraftProps {
  readonly draft: Draft
  readonly onRestore: () => void
}

/** The other draft, that may be brought back. */
export function KeptDraft({ draft, onRestore }: KeptDraftProps) {
  return (
    <p className="editor-note">
      <span>Another draft {when(draft.at)} is kept.</span>
      <button type="button" className="button plain" onClick={onRestore}>
        <Icon of={Undo2} /> Restore it
      </button>
    </p>
  )
}

/** “from 14:05” today, “from 3 May, 14:05” on other days. */
function when(at: number): string {
  const date = new Date(at)
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  const today = date.toDateString() === new Date().toDateString()
  return `from ${today ? '' : `${date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}, `}${time}`
}
