import { watchBelow } from '#lib/sandbox/server/watch-below.ts'

/** Editors write a file in several steps; what changes within this time is one change. */
const REST_MS = 150

/** Files that change below a folder, by their paths from there, gathered until nothing more changes for a moment. */
export async function* changesBelow(folder: string): AsyncGenerator<readonly string[]> {
  let changed = new Set<string>()
  let wake = () => {}
  let rest: NodeJS.Timeout | undefined
  const end = watchBelow(folder, (file) => {
    changed.add(file)
    clearTimeout(rest)
    rest = setTimeout(() => wake(), REST_MS)
  })
  // watching alone does not keep the process alive
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
    clearTimeout(rest)
    end()
  }
}
