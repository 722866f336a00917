import path from 'node:path'
import { watch } from 'chokidar'

/**
 * Calls `onChange` with each file or folder below `root` that is written, created, replaced or removed. Keeps no
 * process alive.
 *
 * @param onChange receives the path relative to `root`
 * @returns a function that stops watching, as soon as every change is noticed
 */
export async function watchTree(root: string, onChange: (file: string) => void): Promise<() => Promise<void>> {
  const watcher = watch(root, { persistent: false, ignoreInitial: true })
  watcher.on('all', (_event, file) => onChange(path.relative(root, file)))
  await new Promise<void>((resolve, reject) => watcher.once('ready', resolve).once('error', reject))
  return () => watcher.close()
}
