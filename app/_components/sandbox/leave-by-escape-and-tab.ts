import { type Extension, Prec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { isComposing } from '../ui/shortcut-key.ts'

/**
 * After Escape, the next Tab leaves the editor instead of indenting, however much later it is pressed and whatever else
 * Escape did (such as closing the completion list). CodeMirror’s own version expires after two seconds and only works
 * if Escape did nothing else (WCAG 2.1.2, no keyboard trap).
 */
export function leaveByEscapeAndTab(): Extension {
  let isLeaving = false
  const setLeaving = (view: EditorView, to: boolean) => {
    if (isLeaving === to) return // leave the mode alone if the learner turned it on with Ctrl-M
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
