import { expect, test } from 'vitest'
import { loadExercise } from './load-exercise.ts'

test('an exercise is found in its folder', async () => {
  expect((await loadExercise('causal-mask', 'causal-attention')).name).toBe('causalAttention')
})
test.each(['..', '../x', 'a/b', '', 'A', 'a--b', 'a.b', 'a\0'])('%j is no name of a folder', async (name) => {
  await expect(loadExercise(name, 'causal-attention')).rejects.toThrow(RangeError)
  await expect(loadExercise('causal-mask', name)).rejects.toThrow(RangeError)
})
