import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

/**
 * Normalizes a text: removes the byte order mark that Windows editors add, and converts CR LF and CR line ends to LF.
 * Lines and columns stay those that an editor shows.
 */
export const normalizeText = (text: string): string => text.replace(/^\ufeff+/, '').replaceAll(/\r\n?/g, '\n')

/** Decodes a text: UTF-8, or UTF-16 if it begins with a byte order mark of that, as some Windows programs save it. */
export function decodeText(bytes: Uint8Array): string {
  const isLittleEndian = bytes[0] === 0xff && bytes[1] === 0xfe
  const isBigEndian = bytes[0] === 0xfe && bytes[1] === 0xff
  return new TextDecoder(isLittleEndian ? 'utf-16le' : isBigEndian ? 'utf-16be' : 'utf-8').decode(bytes)
}

/**
 * Reads a file that an author wrote. Use it for every file that a person wrote.
 *
 * @throws the error of the file system, as `readFile` does
 */
export const readSource = async (file: string): Promise<string> => normalizeText(decodeText(await readFile(file)))

/**
 * Reads a file that an author wrote, synchronously.
 *
 * @throws the error of the file system, as `readFileSync` does
 */
export const readSourceSync = (file: string): string => normalizeText(decodeText(readFileSync(file)))
