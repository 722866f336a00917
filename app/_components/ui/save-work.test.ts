import { expect, test } from 'vitest'
import { registerSave, saveWork } from './save-work.ts'

test('everything that is written is saved, also where one of them fails; what was taken back is not', async () => {
  const saved: string[] = []
  const ends = [
    registerSave(() => {
      throw new Error('full')
    }),
    registerSave(() => Promise.reject(new Error('gone'))),
    registerSave(async () => {
      await Promise.resolve()
      saved.push('draft')
    }),
    registerSave(() => void saved.push('notes')),
  ]
  registerSave(() => void saved.push('old'))()
  await saveWork()
  expect(saved.sort()).toEqual(['draft', 'notes'])
  for (const end of ends) end()
})
