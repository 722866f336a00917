import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

/**
 * A text as we work with it, whatever wrote it: without the byte order mark that Windows editors put first, and with LF
 * at the end of every line, also where it was CR and LF or CR alone. Lines and columns stay what an editor shows.
 */
export const normalizeText = (text: string): string => text.replace(/^\ufeff+/, '').replaceAll(/\r\n?/g, '\n')

/**
 * Reads a file of an author's. Every file that a person wrote is read so.
 *
 * @throws the error of the file system, as `readFile` does
 */
export const readSource = async (file: string): Promise<string> => normalizeText(await readFile(file, 'utf8'))

/**
 * Reads a file of an author's, at once.
 *
 * @throws the error of the file system, as `readFileSync` does
 */
export const readSourceSync = (file: string): string => normalizeText(readFileSync(file, 'utf8'))
