import { history, moveLineDown, undo } from '@codemirror/commands'
import { EditorState, type TransactionSpec } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { editorMarks, setMarks } from './editor-marks.ts'
import type { LineValues } from './line-values.ts'

const CODE = [
  'function f(q) {',
  '  const scores = dot(q)',
  '  const weights = softmax(scores)',
  '  return weights',
  '}',
]

const values = (line: number, name: string): LineValues => ({ line, name, cells: [] })

/** Code after a run: values on lines 2 and 3, the fault on line 3. */
class Ran {
  state: EditorState
  constructor() {
    this.state = EditorState.create({ doc: CODE.join('\n'), extensions: [editorMarks, history()] }).update({
      effects: setMarks.of({
        fault: 3,
        values: { row: 0, input: 'the failing input', lines: [values(2, 'scores'), values(3, 'weights')] },
      }),
    }).state
  }
  change(spec: TransactionSpec): this {
    this.state = this.state.update(spec).state
    return this
  }
  /** Types at a line, counted from 1, and a column. */
  type(insert: string, line: number, column = 0): this {
    return this.change({ changes: { from: this.state.doc.line(line).from + column, insert } })
  }
  run(command: typeof undo): this {
    command({ state: this.state, dispatch: (transaction) => this.change(transaction) })
    return this
  }
  get marks(): readonly string[] {
    const { fault, values } = this.state.field(editorMarks).now
    return [...(values?.lines ?? []).map(({ line, name }) => `${name} ${line}`), `fault ${fault}`]
  }
}

describe('what a run leaves next to the code', () => {
  test('is next to its lines', () => {
    expect(new Ran().marks).toEqual(['scores 2', 'weights 3', 'fault 3'])
  })

  test.each([
    ['above', '// why\n', 1, 0],
    ['by Enter at the end of the line before', '\n', 1, CODE[0]?.length ?? 0],
    ['by Enter at the beginning of a traced line', '\n', 2, 0],
    ['with its text before the beginning of a traced line', '  const d = 1\n', 2, 0],
  ])('moves down when a line is added %s', (_, insert, line, column) => {
    expect(new Ran().type(insert, line, column).marks).toEqual(['scores 3', 'weights 4', 'fault 4'])
  })

  test('stays where it is when a line is added below', () => {
    expect(new Ran().type('\n', 4).marks).toEqual(['scores 2', 'weights 3', 'fault 3'])
  })

  test('goes away from a line that is edited, and comes back with undo', () => {
    const ran = new Ran().type(' * 2', 2, 23)
    expect(ran.marks).toEqual(['weights 3', 'fault 3'])
    expect(ran.run(undo).marks).toEqual(['scores 2', 'weights 3', 'fault 3'])
  })

  test('goes away from a line that is split or joined', () => {
    expect(new Ran().type('\n', 2, 10).marks).toEqual(['weights 4', 'fault 4'])
    const joined = new Ran()
    const { from } = joined.state.doc.line(3)
    expect(joined.change({ changes: { from: from - 1, to: from } }).marks).toEqual(['fault undefined'])
  })

  test('goes away with a line that is deleted, and never to another one', () => {
    const ran = new Ran()
    const { from, to } = ran.state.doc.line(2)
    expect(ran.change({ changes: { from, to: to + 1 } }).marks).toEqual(['weights 2', 'fault 2'])
  })

  test('stays with a line that is indented', () => {
    expect(new Ran().type('  ', 3).marks).toEqual(['scores 2', 'weights 3', 'fault 3'])
  })

  test('goes with a line that is moved', () => {
    const ran = new Ran()
    ran.change({ selection: { anchor: ran.state.doc.line(2).from } }).run(moveLineDown)
    expect(ran.state.doc.line(3).text).toContain('scores = ')
    expect(ran.marks).toContain('scores 3')
  })

  test('is replaced by the next run', () => {
    expect(new Ran().change({ effects: setMarks.of({}) }).marks).toEqual(['fault undefined'])
  })

  test('is not there for lines that the code doesn’t have', () => {
    const lines = [values(99, 'scores'), values(0, 'weights')]
    const marks = { fault: 99, values: { input: 'the failing input', lines } }
    expect(new Ran().change({ effects: setMarks.of(marks) }).marks).toEqual(['fault undefined'])
  })

  test('is gone when all code is replaced', () => {
    const ran = new Ran()
    expect(ran.change({ changes: { from: 0, to: ran.state.doc.length, insert: 'const a = 1' } }).marks).toEqual([
      'fault undefined',
    ])
  })
})
