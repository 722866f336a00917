import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

/**
 * Normalizes a text: removes the byte order mark that Windows editors add, and converts CR LF and CR line ends to LF.
 * Lines and columns stay those that an editor shows.
 */
export const normalizeText = (text: string): string => text.replace(/^\ufeff+/, '').replaceAll(/\r\n?/g, '\n')

/**
 * Reads a file that an author wrote. Use it for every file that a person wrote.
 *
 * @throws the error of the file system, as `readFile` does
 */
export const readSource = async (file: string): Promise<string> => normalizeText(await readFile(file, 'utf8'))

/**
 * Reads a file that an author wrote, synchronously.
 *
 * @throws the error of the file system, as `readFileSync` does
 */
export const readSourceSync = (file: string): string => normalizeText(readFileSync(file, 'utf8'))
