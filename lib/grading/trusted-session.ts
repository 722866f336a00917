import { captureOutcome } from './capture-outcome.ts'
import { type AnyClass, runClassScript } from './define-class.ts'
import type { Session } from './runner.ts'
import type { Script, ScriptResult } from './script.ts'
import type { Value } from './value.ts'

/** For tests: a session over trusted code, without a sandbox. `work` says what each step is taken to cost. */
export function createTrustedSession(
  code: ((...args: never[]) => Value) | AnyClass,
  work: (script: Script, step: number) => number = () => 1,
): Session {
  const isClass = /^class\b/.test(Function.prototype.toString.call(code))
  const results = (script: Script): ScriptResult => {
    const outcomes = isClass
      ? runClassScript(code as AnyClass, script)
      : script.map((s) =>
          captureOutcome(() => Reflect.apply(code, undefined, 'args' in s ? structuredClone(s.args) : [])),
        )
    return { steps: outcomes.map((o, i) => ({ outcome: o, work: work(script, i) })) }
  }
  return {
    run: async (scripts) => ({ results: scripts.map(results), console: { lines: [], dropped: 0 }, traces: [] }),
    close: () => {},
  }
}
