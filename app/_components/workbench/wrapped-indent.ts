import { type Extension, RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { measureIndent } from './measure-indent.ts'

/** Passes the indentation of each visible line to the style sheet, so that wrapped lines are indented too. */
export function wrappedIndent(): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet
      constructor(view: EditorView) {
        this.decorations = buildIndents(view)
      }
      update(update: ViewUpdate) {
        if (update.docChanged || update.viewportChanged) this.decorations = buildIndents(update.view)
      }
    },
    { decorations: ({ decorations }) => decorations },
  )
}

function buildIndents({ state, visibleRanges }: EditorView): DecorationSet {
  const indents = new RangeSetBuilder<Decoration>()
  for (const { from, to } of visibleRanges) {
    const last = state.doc.lineAt(to).number
    for (let number = state.doc.lineAt(from).number; number <= last; number++) {
      const line = state.doc.line(number)
      const columns = measureIndent(line.text)
      if (columns > 0 && line.from >= from) indents.add(line.from, line.from, createIndent(columns))
    }
  }
  return indents.finish()
}

const createIndent = (columns: number): Decoration => Decoration.line({ attributes: { style: `--indent: ${columns}` } })
