import { expect, test } from 'vitest'
import { DEFAULT_TOLERANCE } from './exercise.ts'
import { matchTraces } from './match-trace.ts'

const scores = [
  [1, -1],
  [2, 4],
]
const masked = [
  [1, Number.NEGATIVE_INFINITY],
  [2, 4],
]
const steps = [
  { name: 'scores', how: 'q·k', scale: 'signed', value: scores },
  { name: 'masked', how: 'j > i: −∞', scale: 'signed', value: masked },
  { name: 'output', how: 'weights · V', scale: 'signed', value: [[1], [2]] },
] as const
const output = [[1], [2]]

test('variables are matched with the steps of their names', () => {
  const traces = [
    {
      name: 'masked',
      line: 3,
      rows: [
        [1, 0],
        [2, 4],
      ],
    },
    { name: 'scores', line: 2, rows: scores },
  ]
  const matched = matchTraces(steps, traces, output, DEFAULT_TOLERANCE)
  expect(matched.steps.map((s) => [s.name, s.line, s.wrong])).toEqual([
    [
      'scores',
      2,
      [
        [false, false],
        [false, false],
      ],
    ],
    [
      'masked',
      3,
      [
        [false, true],
        [false, false],
      ],
    ],
    ['output', undefined, [[false], [false]]],
  ])
  expect(matched.steps[1]?.expected).toEqual([
    [1, '-Infinity'],
    [2, 4],
  ])
})
test('a variable of another name is recognized by its values', () => {
  const matched = matchTraces(steps, [{ name: 'whatever', line: 9, rows: scores }], output, DEFAULT_TOLERANCE)
  expect(matched.steps[0]).toMatchObject({ line: 9 })
})
test('a line that scores and masks at once is the masked step', () => {
  const matched = matchTraces(
    steps,
    [
      {
        name: 'scores',
        line: 2,
        rows: [
          [1, 0],
          [2, 4],
        ],
      },
    ],
    output,
    DEFAULT_TOLERANCE,
  )
  expect(matched.steps[0]?.yours).toBeUndefined()
  expect(matched.steps[1]).toMatchObject({
    line: 2,
    wrong: [
      [false, true],
      [false, false],
    ],
  })
})
test('scores that are wrong where the mask does nothing are scores', () => {
  const matched = matchTraces(
    steps,
    [
      {
        name: 'scores',
        line: 2,
        rows: [
          [2, -2],
          [4, 8],
        ],
      },
    ],
    output,
    DEFAULT_TOLERANCE,
  )
  expect(matched.steps[0]).toMatchObject({
    line: 2,
    wrong: [
      [true, true],
      [true, true],
    ],
  })
})
test('rows that stop before the future are filled up', () => {
  const matched = matchTraces(steps, [{ name: 'masked', line: 2, rows: [[1], [2, 4]] }], output, DEFAULT_TOLERANCE)
  expect(matched.steps[1]?.yours).toEqual([
    [1, '-Infinity'],
    [2, 4],
  ])
  expect(matched.traces[0]?.wrong).toEqual([[false], [false, false]])
})
