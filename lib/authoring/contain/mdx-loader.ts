import { existsSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'acorn'
import { transform } from 'sucrase'
import { normalizeText, readSourceSync } from '#lib/course/read-source.ts'
import { containMdx } from './contain-mdx.ts'

/** What a loader of Turbopack is called with. */
interface LoaderContext {
  /** The folder of the file that is loaded. */
  readonly context: string
  addDependency(file: string): void
}

/** For development: gives a lesson's text to the MDX loader with each block that does not compile replaced. */
export default function mdxLoader(this: LoaderContext, mdx: string): string {
  return containMdx(normalizeText(mdx), (specifier) =>
    specifier.startsWith('.') ? findImportFault(path.join(this.context, specifier), this, new Set()) : undefined,
  )
}

/** Why a file cannot be imported: it, or one that it imports in turn, is not there or does not compile. */
function findImportFault(file: string, loader: LoaderContext, seen: Set<string>): string | undefined {
  if (seen.has(file)) return undefined
  seen.add(file)
  loader.addDependency(file)
  const name = path.relative(loader.context, file)
  if (!existsSync(file)) return `There is no file ${name}.`
  if (!/\.[jt]sx?$/.test(file)) return undefined
  const read = compileSource(readSourceSync(file))
  if ('fault' in read) return `${name} does not compile: ${read.fault}`
  for (const [, specifier = ''] of read.code.matchAll(RELATIVE)) {
    const why = findImportFault(path.join(path.dirname(file), specifier), loader, seen)
    if (why) return why
  }
  return undefined
}

/** Static and dynamic imports of neighbours. */
const RELATIVE = /\b(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g

function compileSource(source: string): { readonly code: string } | { readonly fault: string } {
  try {
    const { code } = transform(source, {
      transforms: ['typescript', 'jsx'],
      jsxRuntime: 'automatic',
      production: true,
      disableESTransforms: true,
    })
    parse(code, { ecmaVersion: 'latest', sourceType: 'module' })
    return { code }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}
