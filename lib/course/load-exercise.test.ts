import { expect, test } from 'vitest'
import { loadExercise } from './load-exercise.ts'

test('an exercise is found in its folder, whose name is its id', async () => {
  const { id, name } = await loadExercise('causal-mask', 'causal-attention')
  expect({ id, name }).toEqual({ id: 'causal-attention', name: 'causalAttention' })
})
test.each(['..', '../x', 'a/b', '', 'A', 'a--b', 'a.b', 'a\0'])('%j can’t be the name of a folder', async (name) => {
  await expect(loadExercise(name, 'causal-attention')).rejects.toThrow(RangeError)
  await expect(loadExercise('causal-mask', name)).rejects.toThrow(RangeError)
})
