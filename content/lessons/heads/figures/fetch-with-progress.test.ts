import { expect, test, vi } from 'vitest'
import { fetchWithProgress } from './fetch-with-progress.ts'

const answer = (chunks: readonly number[][], init?: ResponseInit) => async () =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(new Uint8Array(chunk))
        controller.close()
      },
    }),
    init,
  )

test('a file that comes in pieces is put together, and each piece is told', async () => {
  const onProgress = vi.fn()
  const request = answer([[1, 2], [3], [4]], { headers: { 'content-length': '4' } })
  expect([...(await fetchWithProgress('/x', onProgress, request))]).toEqual([1, 2, 3, 4])
  expect(onProgress.mock.calls.flat()).toEqual([0.5, 0.75, 1])
})

test('a file of unknown length comes without progress', async () => {
  const onProgress = vi.fn()
  expect([...(await fetchWithProgress('/x', onProgress, answer([[7]])))]).toEqual([7])
  expect(onProgress).not.toHaveBeenCalled()
})

test('a refusal is an error, and so is no answer', async () => {
  await expect(fetchWithProgress('/x', () => {}, answer([], { status: 503 }))).rejects.toThrow('503')
  const offline = async () => Promise.reject(new TypeError('Failed to fetch'))
  await expect(fetchWithProgress('/x', () => {}, offline)).rejects.toThrow(TypeError)
})
