import { readFileSync } from 'node:fs'
import path from 'node:path'
import { transform } from 'sucrase'

/** The harness's files, each before those that use it. */
const HARNESS = [
  'tags',
  'primordials',
  'unrolled-list-ops',
  'read',
  'write',
  'same',
  'mutation-detector',
  'buffer-refill',
  'error-writer',
  'plan',
  'abort',
  'guards',
  'script-runner',
  'trace',
  'memory',
  'console',
  'sort',
  'harness',
] as const

/** The harness as JavaScript that needs nothing around it: defines `harness` and `lockdown`. Server only: reads files. */
export const harnessText = (): string =>
  [...HARNESS, 'lockdown'].map((name) => readHarnessText(`harness/${name}.ts`)).join('\n')

/** A file of the sandbox as JavaScript, without types, imports and exports. */
export function readHarnessText(file: string): string {
  const source = readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/sandbox', file), 'utf8')
  const { code } = transform(source, { transforms: ['typescript'], disableESTransforms: true, production: true })
  return code.replaceAll(/^import [^'"]*['"][^'"]+['"];?$/gm, '').replaceAll(/^export /gm, '')
}
