import { watchTree } from '#lib/sandbox/server/watch-tree.ts'

/** Editors write a file in several steps; what changes within this time is one change. */
const DEBOUNCE_MS = 150

/**
 * Watches a folder from now on and yields the files that change below it, by their paths from there, gathered until
 * nothing more changes for a moment. Keeps the process alive until the iteration ends.
 */
export async function debouncedChanges(folder: string): Promise<AsyncGenerator<readonly string[]>> {
  let changed = new Set<string>()
  let wake = () => {}
  let debounce: NodeJS.Timeout | undefined
  const stop = await watchTree(folder, (file) => {
    changed.add(file)
    clearTimeout(debounce)
    debounce = setTimeout(() => wake(), DEBOUNCE_MS)
  })
  return (async function* () {
    const alive = setInterval(() => {}, 2 ** 30)
    try {
      for (;;) {
        if (changed.size === 0)
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        const files = [...changed]
        changed = new Set()
        if (files.length > 0) yield files
      }
    } finally {
      clearInterval(alive)
      clearTimeout(debounce)
      await stop()
    }
  })()
}
