import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { HighlightedCode } from '#app/_components/workbench/highlighted-code.tsx'

/** A file of this folder, as it is. */
export function SourceFile({ name }: { readonly name: string }) {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), `app/(course)/authors/${name}`)
  return <HighlightedCode source={readFileSync(file, 'utf8').trimEnd()} />
}
