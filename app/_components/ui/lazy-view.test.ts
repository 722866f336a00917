import { expect, test } from 'vitest'
import { createViewLoader } from './lazy-view.tsx'

test('a view is loaded once, whoever asks', async () => {
  let loads = 0
  const loader = createViewLoader(async () => ++loads)
  expect(loader.read()).toEqual({ status: 'idle' })
  expect(await Promise.all([loader.load(), loader.load()])).toEqual([true, true])
  expect(await loader.load()).toBe(true)
  expect(loads).toBe(1)
  expect(loader.read()).toEqual({ status: 'ready', view: 1 })
})

test('what failed is loaded again, and who listens is told each time', async () => {
  const results = [() => Promise.reject(new Error('404')), async () => 'view']
  const loader = createViewLoader(() => (results.shift() ?? (() => Promise.reject(new Error('no more'))))())
  const statuses: string[] = []
  const end = loader.subscribe(() => statuses.push(loader.read().status))
  expect(await loader.load()).toBe(false)
  expect(await loader.load()).toBe(true)
  expect(statuses).toEqual(['loading', 'failed', 'ready'])
  end()
})

test('when one view comes after a failure, the others are tried again', async () => {
  let isOnline = false
  const load = async (view: string) => {
    if (!isOnline) throw new Error('offline')
    return view
  }
  const [first, second] = [createViewLoader(() => load('first')), createViewLoader(() => load('second'))]
  await Promise.all([first.load(), second.load()])
  isOnline = true
  const ready = new Promise<void>((resolve) => second.subscribe(resolve))
  expect(await first.load()).toBe(true)
  await ready
  expect(second.read()).toEqual({ status: 'ready', view: 'second' })
})
