import type { SourcePosition } from '#lib/grading/script.ts'
import type { Compiled } from '../compile/compile.ts'
import { GUARD_FRAME } from '../harness/tags.ts'
import { type EngineName, readEnginePosition } from '../wire/engine-position.ts'

/** What a stack says, from the inside out, up to the first frames in the answer. */
export interface Stack {
  /** The built-in function that threw, without the name of its object: `map`. */
  readonly builtin: string | undefined
  /** Offsets in the code without types, one for each frame in the answer. */
  readonly offsets: readonly number[]
  /** Whether a check of ours threw. */
  readonly isGuard: boolean
}

/** Reads an error’s stack, as V8 and QuickJS write it. */
export function readStack(stack: string, compiled: Compiled, engine: EngineName): Stack {
  const guard = new RegExp(`^${GUARD_FRAME}(\\d+)$`).exec(stack)
  if (guard) return { builtin: undefined, offsets: [Number(guard[1])], isGuard: true }
  let builtin: string | undefined
  const offsets: number[] = []
  for (const line of stack.split('\n')) {
    const position = /answer\.js:(\d+):(\d+)/.exec(line)
    if (position) offsets.push(toOffset({ line: Number(position[1]), column: Number(position[2]) }, compiled, engine))
    else if (offsets.length === 0) {
      const frame = BUILTIN.exec(line)
      builtin ??= frame?.[1] ?? frame?.[2]
    }
    if (offsets.length === MAX_FRAMES) break
  }
  return { builtin, offsets, isGuard: false }
}

/** `at Array.map (<anonymous>)`, `at new Map (<anonymous>)`, `at map (native)`; and a method that the harness replaced */
const BUILTIN =
  /^\s*at (?:(?:new )?(?:[\w$.[\]]+\.)?([\w$]+) \((?:<anonymous>|native)\)|(sort) \(harness\.js:\d+:\d+\))$/

/** The innermost frame, its caller, and one more. */
const MAX_FRAMES = 3

const toOffset = (position: SourcePosition, compiled: Compiled, engine: EngineName): number =>
  compiled.offsetAt(readEnginePosition(compiled.code, position, engine))
