import * as acorn from 'acorn'
import type { Place } from '#lib/grading/script.ts'
import { boundedTransform } from './bounded-transform.ts'
import { CompileError } from './compile-error.ts'
import { type Instrumented, instrument, type Site } from './instrument.ts'
import { decodeMappings, placeAt, throughMap } from './place.ts'
import { refuse, refuseComments, refuseNamespaces } from './refuse.ts'
import { syntaxError } from './syntax-error.ts'

/** Longer sources are refused. UTF-16 units. */
export const SOURCE_LIMIT = 64 * 1024

/** A learner's source as code that the harness can run, and the way back from its positions to the source's. */
export interface Compiled {
  readonly code: string
  /** What the site of that number is, in the learner's source. */
  readonly site: (index: number) => SourceSite | undefined
  /** Where in the learner's source a position of `code` came from. */
  readonly place: (at: Place) => Place
  /** The same source with its assignments traced; made once, when first asked for. */
  readonly traced: () => Compiled
}
export type SourceSite = Omit<Site, 'offset'> & Place

/**
 * Turns a learner's TypeScript into JavaScript that counts its own steps: one at each pass of a loop and at each entry
 * of a function. Lines stay where they are. With `trace`, assigned variables are reported too.
 *
 * @throws CompileError in a learner's words, when the source does not parse or asks for what the sandbox refuses
 */
export function compile(source: string, options: { readonly trace?: boolean } = {}): Compiled {
  if (source.length > SOURCE_LIMIT)
    throw new CompileError(`This source is longer than ${SOURCE_LIMIT / 1024} KiB. An answer needs far less.`)
  try {
    return compiled(source, options.trace ?? false)
  } catch (error) {
    if (error instanceof RangeError)
      throw new CompileError('The code is nested too deeply to be read. Give inner parts names of their own.')
    throw error
  }
}

function compiled(source: string, trace: boolean): Compiled {
  refuseComments(source)
  const js = strip(source)
  refuseNamespaces(source, js)
  const toSource = once(() => sourceOf(source))
  const back = (offset: number): Place => toSource()(placeAt(js, offset))
  const program = parse(js, back)
  refuse(program, back)
  const it = instrument(js, program, trace)
  const toJs = once(() => it.map())
  let traced: Compiled | undefined
  const result: Compiled = {
    code: it.code,
    site: (index) => siteOf(it, index, back),
    place: (at) => toSource()(throughMap(toJs(), at)),
    traced: () => (traced ??= trace ? result : compile(source, { trace: true })),
  }
  return result
}

/** Removes the types; every line stays where it is. */
function strip(source: string): string {
  try {
    return boundedTransform(source, STRIP).code
  } catch (error) {
    if (error instanceof RangeError || error instanceof CompileError) throw error
    const { pos, message } = error as { pos?: number; message: string }
    throw syntaxError(message, source, pos, pos === undefined ? undefined : placeAt(source, pos))
  }
}
const STRIP = { transforms: ['typescript' as const], disableESTransforms: true, production: true }

function parse(js: string, back: (offset: number) => Place): acorn.Program {
  try {
    return acorn.parse(js, { ecmaVersion: 2024, sourceType: 'module', preserveParens: true })
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const { pos } = error as SyntaxError & { pos?: number }
    throw syntaxError(error.message, js, pos, pos === undefined ? undefined : back(pos))
  }
}

/** Only asked for when there is an error to place: making the map costs more than the rest. */
function sourceOf(source: string): (at: Place) => Place {
  const { sourceMap } = boundedTransform(source, {
    ...STRIP,
    filePath: 'answer.ts',
    sourceMapOptions: { compiledFilename: 'answer.js' },
  })
  const lines = decodeMappings(sourceMap?.mappings ?? '')
  return (at) => throughMap(lines, at)
}

function siteOf(it: Instrumented, index: number, back: (offset: number) => Place): SourceSite | undefined {
  const site = it.sites[index]
  if (!site) return undefined
  const { offset, ...rest } = site
  return { ...rest, ...back(offset) }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
