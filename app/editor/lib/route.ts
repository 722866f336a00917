import { listLibraryFiles } from './library-files.ts'

export const dynamic = 'force-static' // read once, by the build

/** The library files that the editor's TypeScript checks against, as one JSON object of texts by name. */
export function GET(): Response {
  return Response.json(listLibraryFiles('lib.es2023.d.ts'))
}
