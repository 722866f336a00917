import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'acorn'
import { transform } from 'sucrase'
import { containMdx } from './contain-mdx.ts'

/** What a loader of Turbopack is called with. */
interface LoaderContext {
  /** The folder of the file that is loaded. */
  readonly context: string
  addDependency(file: string): void
}

/** For development: gives a lesson's text to the MDX loader with each block that does not compile replaced. */
export default function mdxLoader(this: LoaderContext, mdx: string): string {
  return containMdx(mdx, (specifier) => {
    if (!specifier.startsWith('.')) return undefined
    const file = path.join(this.context, specifier)
    this.addDependency(file)
    return unusable(file, specifier)
  })
}

function unusable(file: string, specifier: string): string | undefined {
  if (!existsSync(file)) return `There is no file ${specifier}.`
  if (!/\.[jt]sx?$/.test(file)) return undefined
  try {
    const { code } = transform(readFileSync(file, 'utf8'), {
      transforms: ['typescript', 'jsx'],
      jsxRuntime: 'automatic',
      production: true,
      disableESTransforms: true,
    })
    parse(code, { ecmaVersion: 'latest', sourceType: 'module' })
    return undefined
  } catch (error) {
    return `${specifier} does not compile: ${error instanceof Error ? error.message : error}`
  }
}
