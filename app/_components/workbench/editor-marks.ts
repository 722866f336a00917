import { RangeSetBuilder, StateEffect, StateField, type Text } from '@codemirror/state'
import { Decoration, EditorView, GutterMarker, lineNumberMarkers } from '@codemirror/view'
import { createLineAnchor, findAnchoredLine, type LineAnchor, mapAnchor } from './line-anchor.ts'
import type { LineValues, TracedValues } from './line-values.ts'

/** What a verdict leaves in the editor. */
export interface EditorMarks {
  /** The faulty line, counted from 1. */
  readonly fault?: number
  readonly values?: TracedValues
}

/** Puts marks into the editor, instead of the previous ones. */
export const setMarks = StateEffect.define<EditorMarks>()

/** Shows the values next to the code, or folds them. */
export const setValuesShown = StateEffect.define<boolean>()

interface MarksState {
  readonly fault: LineAnchor | undefined
  readonly values: readonly { readonly anchor: LineAnchor; readonly values: LineValues }[]
  /** Where the marks are now: lines that were edited since the run have none. */
  readonly now: EditorMarks
  readonly areValuesShown: boolean
}

/** The faulty line and the traced values. They move with the code; a line that is edited loses its own. */
export const editorMarks = StateField.define<MarksState>({
  create: () => ({ fault: undefined, values: [], now: {}, areValuesShown: true }),
  update(before, { effects, docChanged, changes, state }) {
    let marks = before
    if (docChanged && (marks.fault || marks.values.length > 0)) {
      const fault = marks.fault && mapAnchor(marks.fault, changes)
      const values = marks.values.map(({ anchor, ...rest }) => ({ anchor: mapAnchor(anchor, changes), ...rest }))
      marks = { ...marks, fault, values, now: locateMarks(state.doc, marks.now.values, fault, values) }
    }
    for (const effect of effects) {
      if (effect.is(setMarks)) marks = { ...marks, ...createAnchoredMarks(state.doc, effect.value) }
      if (effect.is(setValuesShown)) marks = { ...marks, areValuesShown: effect.value }
    }
    return marks
  },
  provide: (field) => [
    EditorView.decorations.compute([field], (state) => {
      const start = findFaultStart(state.doc, state.field(field))
      return start === undefined ? Decoration.none : Decoration.set(faultLine.range(start))
    }),
    lineNumberMarkers.compute([field], (state) => {
      const start = findFaultStart(state.doc, state.field(field))
      const markers = new RangeSetBuilder<GutterMarker>()
      if (start !== undefined) markers.add(start, start, faultNumber)
      return markers.finish()
    }),
  ],
})

const faultLine = Decoration.line({ class: 'at', attributes: { 'data-fault': 'true' } })
const faultNumber = new (class extends GutterMarker {
  override elementClass = 'at'
})()

const findFaultStart = (doc: Text, { now: { fault } }: MarksState): number | undefined =>
  fault === undefined ? undefined : doc.line(fault).from

type Anchored = Pick<MarksState, 'fault' | 'values'>

function createAnchoredMarks(doc: Text, { fault, values }: EditorMarks): Anchored & Pick<MarksState, 'now'> {
  const anchored: Anchored = {
    fault: fault === undefined ? undefined : createLineAnchor(doc, fault),
    values: (values?.lines ?? []).flatMap((one) => {
      const anchor = createLineAnchor(doc, one.line)
      return anchor ? [{ anchor, values: one }] : []
    }),
  }
  return { ...anchored, now: locateMarks(doc, values, anchored.fault, anchored.values) }
}

function locateMarks(
  doc: Text,
  source: TracedValues | undefined,
  fault: LineAnchor | undefined,
  anchored: MarksState['values'],
): EditorMarks {
  const faultNow = fault && findAnchoredLine(doc, fault)
  const lines = new Map<number, LineValues>() // of two lines that became one, the later one stays
  for (const { anchor, values } of anchored) {
    const line = findAnchoredLine(doc, anchor)
    if (line !== undefined) lines.set(line, { ...values, line })
  }
  return {
    ...(faultNow !== undefined && { fault: faultNow }),
    ...(source && { values: { ...source, lines: [...lines.values()].sort((a, b) => a.line - b.line) } }),
  }
}
