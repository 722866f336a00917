import { type EditorState, type Extension, type RangeSet, RangeSetBuilder } from '@codemirror/state'
import { GutterMarker, gutter } from '@codemirror/view'
import heatStyles from '../figure/heat.module.css'
import styles from './code-editor.module.css'
import { editorMarks } from './editor-marks.ts'
import {
  describeLineValues,
  describeSource,
  isSameValues,
  type LineValues,
  type TracedValues,
  type ValueCell,
} from './line-values.ts'

/** Rows with more cells are drawn as tints without digits, which leaves room for the code. */
const MAX_CELLS_WITH_DIGITS = 4

/**
 * The column at the right of the code with the values of its lines. The editor aligns it with the lines, also where they
 * wrap, and the code never lies below it. It is as wide as its longest row, and isn’t there if there is nothing to show.
 *
 * Hidden from screen readers, like all gutters: `ValuesList` has the same in words.
 */
export function createValuesColumn(): Extension {
  return gutter({
    side: 'after',
    class: styles.values ?? '',
    markers: (view) => buildMarkers(view.state),
    initialSpacer: (view) => new SpacerMarker(getShownValues(view.state)),
    updateSpacer: (spacer, { state }) => {
      const next = new SpacerMarker(getShownValues(state))
      return spacer.eq(next) ? spacer : next
    },
  })
}

function getShownValues(state: EditorState): TracedValues | undefined {
  const { now, areValuesShown } = state.field(editorMarks)
  return areValuesShown && now.values && now.values.lines.length > 0 ? now.values : undefined
}

function buildMarkers(state: EditorState): RangeSet<GutterMarker> {
  const markers = new RangeSetBuilder<GutterMarker>()
  const values = getShownValues(state)
  if (!values) return markers.finish()
  const [first] = values.lines
  if (first && first.line > 1 && values.row !== undefined) {
    const { from } = state.doc.line(first.line - 1)
    markers.add(from, from, new CaptionMarker(`row ${values.row}`, describeSource(values)))
  }
  for (const line of values.lines) {
    const { from } = state.doc.line(line.line)
    markers.add(from, from, new RowMarker(line))
  }
  return markers.finish()
}

class RowMarker extends GutterMarker {
  readonly values: LineValues
  constructor(values: LineValues) {
    super()
    this.values = values
  }
  override eq(other: RowMarker): boolean {
    return other.values.cells === this.values.cells
  }
  override toDOM(): HTMLElement {
    return createRow(this.values)
  }
}

class CaptionMarker extends GutterMarker {
  readonly text: string
  readonly title: string
  constructor(text: string, title: string) {
    super()
    this.text = text
    this.title = title
  }
  override eq(other: CaptionMarker): boolean {
    return other.title === this.title
  }
  override toDOM(): HTMLElement {
    const caption = document.createElement('span')
    caption.className = styles.caption ?? ''
    caption.textContent = this.text
    caption.title = this.title
    return caption
  }
}

/** All rows without height: they keep the column as wide as its longest one, whichever are in sight. */
class SpacerMarker extends GutterMarker {
  readonly values: TracedValues | undefined
  constructor(values: TracedValues | undefined) {
    super()
    this.values = values
  }
  override eq(other: SpacerMarker): boolean {
    return isSameValues(other.values, this.values)
  }
  override toDOM(): HTMLElement {
    const box = document.createElement('div')
    for (const line of this.values?.lines ?? []) box.append(createRow(line))
    return box
  }
}

function createRow(line: LineValues): HTMLElement {
  const row = document.createElement('span')
  row.className = `${heatStyles.heat} ${styles.row}`
  row.classList.toggle('tints', line.cells.length > MAX_CELLS_WITH_DIGITS)
  row.title = describeLineValues(line)
  row.append(...line.cells.map(createCell))
  return row
}

function createCell({ look, isWrong }: ValueCell): HTMLElement {
  const cell = document.createElement('i')
  cell.className = look.className
  cell.classList.toggle('bad', isWrong)
  for (const [property, value] of Object.entries(look.tint ?? {})) cell.style.setProperty(property, String(value))
  const digits = document.createElement('span')
  digits.textContent = look.text
  cell.append(digits)
  return cell
}
