import { expect, test } from 'vitest'
import { locateExercise } from './locate.ts'

test('an exercise is found in its folder', async () => {
  expect((await locateExercise('causal-mask', 'causal-attention')).name).toBe('causalAttention')
})
test.each(['..', '../x', 'a/b', '', 'A', 'a--b', 'a.b', 'a\0'])('%j is no name of a folder', async (name) => {
  await expect(locateExercise(name, 'causal-attention')).rejects.toThrow(RangeError)
  await expect(locateExercise('causal-mask', name)).rejects.toThrow(RangeError)
})
