import { createHash } from 'node:crypto'
import vm from 'node:vm'
import { expect, test } from 'vitest'
import { frameDocument } from './frame-document.ts'

const { html, csp } = frameDocument()
const script = /<script>(.*)<\/script>/s.exec(html)?.[1] ?? ''

test('the frame’s one script parses, and its worker does', () => {
  expect(html.match(/<script/g)).toHaveLength(1)
  const blobs: string[] = []
  const sandbox = {
    Blob: class {
      constructor([text]: [string]) {
        blobs.push(text)
      }
    },
    URL: { createObjectURL: () => 'blob:' },
    Worker: class {
      postMessage() {}
    },
    MessageChannel: class {
      port1 = {}
      port2 = {}
    },
    addEventListener() {},
    parent: { postMessage() {} },
  }
  vm.runInNewContext(script, sandbox)
  expect(() => new vm.Script(blobs[0] ?? '}')).not.toThrow()
})

test('its policy names the script by its hash and lets nothing else in', () => {
  const hash = createHash('sha256').update(script).digest('base64')
  expect(csp).toBe(
    `sandbox allow-scripts; default-src 'none'; script-src 'sha256-${hash}' 'unsafe-eval'; worker-src blob:; frame-ancestors 'self'`,
  )
})
