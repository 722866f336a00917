import * as acorn from 'acorn'
import type { SourcePosition } from '#lib/grading/script.ts'
import {
  assertSupportedSyntax,
  refuseHtmlComments,
  refuseModuleAssignments,
  refuseSeparators,
  rejectNamespaces,
} from './assert-supported-syntax.ts'
import { boundedTransform } from './bounded-transform.ts'
import { CompileError } from './compile-error.ts'
import { type Instrumented, instrument, type Site } from './instrument.ts'
import { maskSource } from './mask-source.ts'
import { findMisleadingCharacter } from './misleading-characters.ts'
import { decodeMappings, offsetAt, originalPositionFor, positionAt } from './position.ts'
import { findErrorStart, syntaxError } from './syntax-error.ts'
import { eraseKeywordAssertions, findEnumClash, findUnsupportedSyntax } from './unsupported-syntax.ts'

/** Longer sources are refused. UTF-16 units. */
export const SOURCE_LIMIT = 64 * 1024

/** A learner's source as code that the harness can run, and the way back from its positions to the source's. */
export interface Compiled {
  readonly code: string
  /** What the site of that number is, in the learner's source. */
  readonly site: (index: number) => SourceSite | undefined
  /** The source without types, and its syntax tree. */
  readonly js: string
  readonly program: acorn.Program
  /** The offset in `js` that a position of `code` came from. */
  readonly offsetAt: (at: SourcePosition) => number
  /** Where in the learner's source an offset of `js` came from. */
  readonly positionAt: (offset: number) => SourcePosition
  /** The same source with its assignments traced; made once, when first asked for. */
  readonly traced: () => Compiled
}
export type SourceSite = Omit<Site, 'offset'> & SourcePosition

/**
 * Turns a learner's TypeScript into JavaScript that counts its own steps: one at each pass of a loop and at each entry
 * of a function. Lines stay where they are. With `trace`, assigned variables are reported too.
 *
 * @throws CompileError in a learner's words, when the source does not parse or asks for what the sandbox refuses
 */
export function compile(source: string, options: { readonly trace?: boolean } = {}): Compiled {
  if (source.length > SOURCE_LIMIT)
    throw new CompileError(`This source is longer than ${SOURCE_LIMIT / 1024} KiB. Shorten it.`)
  try {
    return compileUncached(normalize(source), options.trace ?? false)
  } catch (error) {
    if (error instanceof RangeError)
      throw new CompileError('The code is nested too deeply to be read. Give inner parts names of their own.')
    throw error
  }
}

/**
 * Normalizes line ends to those that the editor counts, and turns a shebang into a comment. No other character changes
 * its line or column, and the program means the same: the language itself reads CR and CR LF in a template as LF.
 */
const normalize = (source: string): string => source.replace(/\r\n?/g, '\n').replace(/^#!/, '//')

function compileUncached(source: string, trace: boolean): Compiled {
  refuseSeparators(source)
  const js = strip(source)
  rejectNamespaces(source, js)
  refuseModuleAssignments(source)
  const toSource = memoize(() => createPositionFinder(source))
  const back = (offset: number): SourcePosition => toSource()(positionAt(js, offset))
  const program = parse(source, js, back)
  refuseHtmlComments(js, back)
  assertSupportedSyntax(program, back)
  const instrumented = instrument(js, program, trace)
  const toJs = memoize(() => instrumented.map())
  let traced: Compiled | undefined
  const result: Compiled = {
    code: instrumented.code,
    site: (index) => toSourceSite(instrumented, index, back),
    js,
    program,
    offsetAt: (at) => offsetAt(js, originalPositionFor(toJs(), at)),
    positionAt: back,
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
    const mask = maskSource(source)
    const erased = eraseKeywordAssertions(source, mask)
    if (erased !== source) return strip(erased)
    const { pos: noticedAt, message } = error as { pos?: number; message: string }
    const pos = noticedAt === undefined ? undefined : findErrorStart(message, source, mask, noticedAt)
    throw (
      explain(source, mask, pos) ??
      syntaxError(message, source, pos, pos === undefined ? undefined : positionAt(source, pos))
    )
  }
}
const STRIP = { transforms: ['typescript' as const], disableESTransforms: true, production: true }

function parse(source: string, js: string, back: (offset: number) => SourcePosition): acorn.Program {
  try {
    return acorn.parse(js, { ecmaVersion: 2025, sourceType: 'module', preserveParens: true })
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const { pos } = error as SyntaxError & { pos?: number }
    const mask = maskSource(source)
    const twice = /^(?:Identifier '(.+)' has already been declared|Duplicate export '(.+)')/.exec(error.message)
    const name = twice?.[1] ?? twice?.[2]
    throw (
      (name && findEnumClash(source, mask, name)) ||
      explain(source, mask, pos === undefined ? undefined : offsetAt(source, back(pos))) ||
      syntaxError(error.message, js, pos, pos === undefined ? undefined : back(pos))
    )
  }
}

/** A better explanation than the parser’s of why a source doesn’t parse, if there is one. */
const explain = (source: string, mask: string, offset = source.length): CompileError | undefined =>
  // the parser notices an error slightly after its cause
  findMisleadingCharacter(source, mask, offset + 1) ?? findUnsupportedSyntax(source, mask, offset + 1)

/** Only asked for when there is an error to place: making the map costs more than the rest. */
function createPositionFinder(source: string): (at: SourcePosition) => SourcePosition {
  const { sourceMap } = boundedTransform(source, {
    ...STRIP,
    filePath: 'answer.ts',
    sourceMapOptions: { compiledFilename: 'answer.js' },
  })
  const lines = decodeMappings(sourceMap?.mappings ?? '')
  return (at) => originalPositionFor(lines, at)
}

function toSourceSite(
  instrumented: Instrumented,
  index: number,
  back: (offset: number) => SourcePosition,
): SourceSite | undefined {
  const site = instrumented.sites[index]
  if (!site) return undefined
  const { offset, ...rest } = site
  return { ...rest, ...back(offset) }
}

function memoize<T>(make: () => T): () => T {
  let cached: { readonly value: T } | undefined
  return () => {
    cached ??= { value: make() }
    return cached.value
  }
}
