import { type Extension, Prec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { isComposing } from '../ui/shortcut-key.ts'

/**
 * After Escape, the next Tab leaves the editor instead of indenting, however late it comes and whatever Escape did: closed
 * the completion list or dropped a selection. CodeMirror's own Escape counts for two seconds, and only where it did
 * nothing else (WCAG 2.1.2, no keyboard trap).
 */
export function leaveByEscapeAndTab(): Extension {
  let isLeaving = false
  const setLeaving = (view: EditorView, to: boolean) => {
    if (isLeaving === to) return // what Ctrl-M switched on stays on
    isLeaving = to
    view.setTabFocusMode(to)
  }
  return Prec.highest(
    EditorView.domEventHandlers({
      keydown: (event, view) => {
        if (event.key === 'Escape') {
          if (!isComposing(event)) setLeaving(view, true)
        } else if (!['Tab', 'Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) setLeaving(view, false)
        return false
      },
      mousedown: (_, view) => {
        setLeaving(view, false)
        return false
      },
      blur: (_, view) => {
        setLeaving(view, false)
        return false
      },
    }),
  )
}
