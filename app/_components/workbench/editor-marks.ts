import { type Range, RangeSet, RangeSetBuilder, StateEffect, StateField, type Text } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  GutterMarker,
  lineNumberMarkers,
  WidgetType,
} from '@codemirror/view'
import styles from './code-editor.module.css'

/** One cell at the right of a traced line. */
export interface SparkCell {
  /** 0…1 for weights, −1…1 for the rest; neither for −∞ (masked), ∞ and NaN (broken). */
  readonly weight?: number
  readonly signed?: number
  readonly masked?: boolean
  readonly broken?: boolean
  readonly wrong?: boolean
}
/** What stands at the right of one line, counted from 1. */
export type Spark = { readonly line: number } & ({ readonly cells: readonly SparkCell[] } | { readonly words: string })

/** What a verdict leaves in the editor. */
export interface EditorMarks {
  readonly fault?: number
  readonly sparks: readonly Spark[]
}

/** Puts marks into the editor, in place of those before. */
export const setMarks = StateEffect.define<EditorMarks>()

const faultLine = Decoration.line({ class: 'at', attributes: { 'data-fault': 'true' } })
const faultNumber = new (class extends GutterMarker {
  override elementClass = 'at'
})()

/** Faulty lines and traced cells. They move with the text; a line that is edited loses its own. */
export const editorMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, change) {
    for (const effect of change.effects) if (effect.is(setMarks)) return decorations(change.state.doc, effect.value)
    if (!change.docChanged) return marks
    const touched = new Set<number>()
    change.changes.iterChangedRanges((_from, _to, from, to) => {
      const first = change.state.doc.lineAt(from).number
      const last = change.state.doc.lineAt(to).number
      for (let line = first; line <= last; line++) touched.add(line)
    })
    return marks.map(change.changes).update({ filter: (from) => !touched.has(change.state.doc.lineAt(from).number) })
  },
  provide: (field) => [
    EditorView.decorations.from(field),
    lineNumberMarkers.compute([field], (state) => {
      const markers = new RangeSetBuilder<GutterMarker>()
      for (const cursor = state.field(field).iter(); cursor.value; cursor.next())
        if (cursor.value === faultLine) markers.add(cursor.from, cursor.from, faultNumber)
      return markers.finish()
    }),
  ],
})

function decorations(doc: Text, { fault, sparks }: EditorMarks): DecorationSet {
  const all: Range<Decoration>[] = []
  if (fault && fault >= 1 && fault <= doc.lines) all.push(faultLine.range(doc.line(fault).from))
  for (const spark of sparks)
    if (spark.line >= 1 && spark.line <= doc.lines)
      all.push(Decoration.widget({ widget: new SparkWidget(spark), side: 1 }).range(doc.line(spark.line).to))
  return RangeSet.of(all, true)
}

class SparkWidget extends WidgetType {
  readonly spark: Spark
  constructor(spark: Spark) {
    super()
    this.spark = spark
  }
  override eq(other: SparkWidget): boolean {
    return other.spark === this.spark
  }
  override toDOM(): HTMLElement {
    const box = document.createElement('span')
    box.setAttribute('aria-hidden', 'true') // the verdict says the same in tables
    if ('words' in this.spark) {
      box.className = `${styles.spark} words`
      box.textContent = this.spark.words
      return box
    }
    box.className = styles.spark ?? ''
    for (const cell of this.spark.cells) box.append(cellElement(cell))
    return box
  }
  override ignoreEvent(): boolean {
    return true
  }
}

function cellElement({ weight, signed, masked, broken, wrong }: SparkCell): HTMLElement {
  const element = document.createElement('i')
  if (weight !== undefined) {
    element.className = 'v'
    element.style.setProperty('--v', weight.toFixed(3))
  } else if (signed !== undefined) {
    element.className = 'd'
    element.style.setProperty('--d', signed.toFixed(3))
  }
  if (masked) element.classList.add('hatch')
  if (broken) element.classList.add('broken')
  if (wrong) element.classList.add('bad')
  return element
}
