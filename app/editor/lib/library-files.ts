import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A library file of TypeScript and all that it refers to, by name. */
export function listLibraryFiles(first: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {}
  const waiting = [first]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (files[name] !== undefined) continue
    const text = readFileSync(path.join(process.cwd(), 'node_modules/typescript6/lib', name), 'utf8')
    files[name] = text
    for (const [, referred] of text.matchAll(/<reference lib="([^"]+)"/g)) waiting.push(`lib.${referred}.d.ts`)
  }
  return files
}
