import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs'
import path from 'node:path'

/**
 * Calls with each file below a folder that is written, made, replaced or removed, by its path from there.
 *
 * Watches every folder by itself: on Linux Node's recursive watch follows files, and loses those that an editor saves
 * by putting a new file in their place.
 *
 * @returns what ends it
 */
export function watchBelow(root: string, onChange: (file: string) => void): () => void {
  const watchers = new Map<string, FSWatcher>()
  const forget = (folder: string) => {
    for (const [it, watcher] of watchers) {
      if (it !== folder && !it.startsWith(`${folder}${path.sep}`)) continue
      watcher.close()
      watchers.delete(it)
    }
  }
  const follow = (folder: string, isNew: boolean): void => {
    const watcher = watch(path.join(root, folder), { persistent: false }, (event, name) => {
      if (name === null) return
      const file = path.join(folder, name)
      onChange(file)
      if (event === 'change') return
      // made, moved or removed: what was watched by this name is no more
      forget(file)
      try {
        if (isFolder(path.join(root, file))) follow(file, true)
      } catch {
        forget(file) // gone again meanwhile
      }
    })
    watcher.on('error', () => forget(folder))
    watchers.set(folder, watcher)
    for (const it of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const inside = path.join(folder, it.name)
      if (isNew) onChange(inside) // it may have been written before its folder was watched
      if (it.isDirectory()) follow(inside, isNew)
    }
  }
  follow('', false)
  return () => {
    for (const watcher of watchers.values()) watcher.close()
    watchers.clear()
  }
}

const isFolder = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false
