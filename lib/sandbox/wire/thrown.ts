import type { Place } from '#lib/grading/script.ts'
import type { Compiled } from '../compile/compile.ts'
import { RESERVED } from '../compile/reserved.ts'
import { DEPTH_LIMIT, TOO_DEEP_MESSAGE } from '../harness/tags.ts'
import { type EngineName, readEnginePosition } from './engine-position.ts'

/** Where in the learner's source an error was made, by its stack: the topmost frame that lies in the answer. */
export function placeOf(stack: string, compiled: Compiled, engine: EngineName): Place | undefined {
  const found = /answer\.js:(\d+):(\d+)/.exec(stack)
  if (!found) return undefined
  const position = { line: Number(found[1]), column: Number(found[2]) }
  return compiled.place(readEnginePosition(compiled.code, position, engine))
}

/** Recognizes calls that are nested too deeply: the harness’s error, or the engine’s if a built-in is in between. */
export const isTooDeep = (error: string, message: string): boolean =>
  (error === 'RangeError' && (message === TOO_DEEP_MESSAGE || /call stack/.test(message))) ||
  (error === 'InternalError' && /stack overflow/.test(message))

export const TOO_DEEP = {
  error: 'RangeError',
  message: `Calls are nested deeper than ${DEPTH_LIMIT.toLocaleString('en-US')}, which is the limit here. Does every path get closer to the case that returns without another call?`,
}

/**
 * Errors of the language in one voice: QuickJS says them otherwise than browsers do, and a learner reads both. Only
 * messages that both engines make from the same facts are brought together.
 */
export function inOneVoice(error: string, message: string): { readonly error: string; readonly message: string } {
  if (isTooDeep(error, message)) return TOO_DEEP
  return unify(error, withoutCounters(message))
}

/** APIs of browsers or Node that the sandbox doesn’t have. */
const PLATFORM =
  /^'?(Intl|WeakRef|FinalizationRegistry|SharedArrayBuffer|Atomics|WebAssembly|structuredClone|queueMicrotask|setTimeout|setInterval|setImmediate|clearTimeout|clearInterval|requestAnimationFrame|performance|process|require|module|exports|Buffer|global|window|self|document|navigator|location|fetch|XMLHttpRequest|WebSocket|Worker|crypto|localStorage|sessionStorage|indexedDB|alert|prompt|confirm|postMessage|TextEncoder|TextDecoder|URL|URLSearchParams|atob|btoa|Blob|File|Event|EventTarget|AbortController|Temporal)'? is not defined$/

function unify(error: string, message: string): { readonly error: string; readonly message: string } {
  const [, missing] = PLATFORM.exec(message) ?? []
  if (missing)
    return {
      error,
      message: `${missing} is not available here: your code can use the JavaScript language, but no browser or Node APIs.`,
    }
  for (const [pattern, words] of VOICES)
    if (pattern.test(message)) return { error: errorOf(error), message: message.replace(pattern, words) }
  return { error, message }
}
/** Removes our counters: V8 quotes the code that it ran, counters included. */
const withoutCounters = (message: string): string =>
  message.includes(RESERVED)
    ? message
        .replace(/if\((?:!--\$_\$left|\(\$_\$left-=\d+\)<1)\)\$_\$stop\(\d+\);/g, '')
        .replace(/\((?:--\$_\$left\|\||\(\$_\$left-=\d+\)<1&&)\$_\$stop\(\d+\),/g, '(')
        .replace(/if\(\+\+\$_\$depth>\d+\)\$_\$halt\(-1\);try\{|\}finally\{--\$_\$depth\}/g, '')
        .replaceAll(RESERVED, '')
    : message

/** QuickJS has an error of its own for limits, where browsers have RangeError. */
const errorOf = (error: string) => (error === 'InternalError' ? 'RangeError' : error)

const VOICES: readonly (readonly [RegExp, string])[] = [
  [/^cannot read property '(.+)' of (undefined|null)$/, "Cannot read properties of $2 (reading '$1')"],
  [/^cannot set property '(.+)' of (undefined|null)$/, "Cannot set properties of $2 (setting '$1')"],
  [/^'(.+)' is not defined$/, '$1 is not defined'],
  [/^'(.+)' is read-only$/, 'Assignment to constant variable.'],
  [/^(?:.+) is not initialized$/, 'A variable is used before its declaration has run.'],
  [/^Cannot access '(.+)' before initialization$/, 'A variable is used before its declaration has run.'],
  [/^invalid array length$/, 'Invalid array length'],
  [/^string too long$/, 'Invalid string length'],
]
