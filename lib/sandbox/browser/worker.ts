// What runs in the one-use worker, before and around the learner's code. Delivered as text: imports types only.
import type { harness as Harness, Make } from '../harness/harness.ts'
import type { lockdown as Lockdown } from '../harness/lockdown.ts'
import type { HarnessRequest } from '../session.ts'

/**
 * Waits for the frame's port, takes away every name that is not the language's, then runs what it is sent.
 *
 * What it needs later it keeps now: nothing that the learner's code may have changed is looked up.
 */
export function workerMain(harness: typeof Harness, lockdown: typeof Lockdown) {
  const LIMIT = 65536
  // biome-ignore lint/security/noGlobalEval: this is where a learner's code is run
  const evaluate = eval // called under another name: evaluates in the global scope
  const scope = self
  const F64 = Float64Array
  const { defineProperty } = Object
  const { apply } = Reflect
  const getLength = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(F64.prototype), 'length')?.get as () => number
  const getData = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')?.get as () => unknown
  scope.onmessage = (first: MessageEvent) => {
    scope.onmessage = null
    const port = first.ports[0] as MessagePort
    const post = MessagePort.prototype.postMessage.bind(port)
    const input = new F64(LIMIT)
    const output = new F64(LIMIT)
    const runner = harness(input.buffer, output.buffer)

    const copy = (n: number): Float64Array => {
      const chunk = new F64(n)
      for (let i = 0; i < n; i++) chunk[i] = output[i] as number
      return chunk
    }
    const own = (list: object, key: PropertyKey, value: unknown) =>
      defineProperty(list, key, { __proto__: null, value, enumerable: true } as never)

    port.onmessage = (event: MessageEvent) => {
      const { input: sent, code } = apply(getData, event, []) as HarnessRequest
      const chunks: Float64Array[] = []
      let count = 0
      let message = ''
      try {
        const n = apply(getLength, sent, []) as number
        for (let i = 0; i < n; i++) input[i] = sent[i] as number
        if (runner.read() && code !== undefined) runner.load(evaluate(code) as Make)
        do own(chunks, count++, copy(runner.run()))
        while (output[0] !== 1)
      } catch {
        message = 'the code could not be run'
      }
      // copied, not transferred: a transfer list is read through Array.prototype[Symbol.iterator]
      post({ __proto__: null, chunks, message })
    }
    lockdown(scope)
    defineProperty(scope, 'console', { value: runner.console, writable: true, configurable: true })
    post('up')
  }
}
