import path from 'node:path'
import { readSource } from '#lib/course/read-source.ts'
import { WrongUse } from './grade-arguments.ts'

/**
 * Reads a file that was named on the command line, with slashes of either kind.
 *
 * @param folder  the folder that it is named from
 * @throws WrongUse in words for who typed it, where it cannot be read
 */
export async function readNamedFile(file: string, folder: string): Promise<string> {
  try {
    return await readSource(path.resolve(folder, file))
  } catch (error) {
    // outside of Windows a backslash is a letter of a name: first the file by the name as it was typed
    if (file.includes('\\')) return readNamedFile(file.replaceAll('\\', '/'), folder)
    const { code } = error as NodeJS.ErrnoException
    const reason = { ENOENT: 'there is no such file', EISDIR: 'it is a folder' }[code ?? ''] ?? code
    throw new WrongUse(`${file} cannot be read: ${reason}`)
  }
}
