import { watch } from 'node:fs/promises'

/** Editors write a file in several steps; what changes within this time is one change. */
const REST_MS = 150

/** Files that change below a folder, by their paths from there, gathered until nothing more changes for a moment. */
export async function* changesBelow(folder: string, signal?: AbortSignal): AsyncGenerator<readonly string[]> {
  const changed = new Set<string>()
  let wake = () => {}
  let over = false
  const follow = async () => {
    for await (const { filename } of watch(folder, { recursive: true, ...(signal && { signal }) })) {
      if (filename !== null) changed.add(filename)
      wake()
    }
  }
  const following = follow()
    .catch((error: Error) => {
      if (error.name !== 'AbortError') throw error
    })
    .finally(() => {
      over = true
      wake()
    })
  const stirred = () =>
    new Promise<void>((resolve) => {
      wake = resolve
    })
  while (!over) {
    if (changed.size === 0) await stirred()
    for (let size = -1; size !== changed.size; ) {
      size = changed.size
      await new Promise((resolve) => setTimeout(resolve, REST_MS))
    }
    if (changed.size === 0) continue
    const files = [...changed]
    changed.clear()
    yield files
  }
  await following
}
