import path from 'node:path'
import { readSource } from '#lib/course/read-source.ts'
import { UsageError } from './grade-arguments.ts'

/**
 * Reads a file that was named on the command line, with slashes or backslashes.
 *
 * @param folder the base of relative paths
 * @throws UsageError with a message for the person who typed it, if it can’t be read
 */
export async function readNamedFile(file: string, folder: string): Promise<string> {
  try {
    return await readSource(path.resolve(folder, file))
  } catch (error) {
    // outside Windows a backslash may be part of a name, so try the name as it was typed first
    if (file.includes('\\')) return readNamedFile(file.replaceAll('\\', '/'), folder)
    const { code } = error as NodeJS.ErrnoException
    const reason = { ENOENT: 'there is no such file', EISDIR: 'it is a folder' }[code ?? ''] ?? code
    throw new UsageError(`${file} can’t be read: ${reason}`)
  }
}
