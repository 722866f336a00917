import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test as base, expect, type Page } from '@playwright/test'
import { encode } from '../lib/sandbox/wire/encode.ts'
import { FramePage, findSandboxFrame } from './hostile-frame.ts'

// Chromium keeps an opaque origin from this machine's own addresses by itself: that would prove nothing of our policy
const features = '--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksForWorkers'
const test = base.extend({
  launchOptions: [
    ({ launchOptions }, use) => use({ ...launchOptions, args: [...(launchOptions.args ?? []), features] }),
    { scope: 'worker' },
  ],
})

/** A server on this machine that gives everything to everyone, and what it was asked for. */
let server: Server
let requestedPaths: string[] = []
let there = ''
test.beforeAll(async () => {
  server = createServer((request: IncomingMessage, response) => {
    requestedPaths.push(request.url ?? '')
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' }).end('0')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  there = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
test.beforeEach(() => {
  requestedPaths = []
})
test.afterAll(() => new Promise((resolve) => server.close(resolve)))

/** Code that nobody compiled, so that nothing was refused, and all that the harness wants of it. */
const code = () => `(function () {
  import('${there}/import').catch(() => {})
  try { fetch('${there}/fetch').catch(() => {}) } catch {}
  try { importScripts('${there}/importScripts') } catch {}
  return { __proto__: null, names: ['f', () => 1], left: () => 1, reset() {}, begin() {} }
})`

/** Tries all ways out: from the worker, where learners' code runs, and from the frame around it, where it must never come. */
async function tryEveryWay(page: Page): Promise<void> {
  const realm = await (await FramePage.open(page)).realm()
  const [input] = encode([[{ call: 'f', args: [] }]])
  if (!input) throw new Error('no input')
  expect(await realm.exchange({ input, code: code() })).toHaveProperty('chunks')
  const frame = await findSandboxFrame(page)
  await frame.evaluate(async (at) => {
    new Image().src = `${at}/image`
    document.body.append(Object.assign(document.createElement('script'), { src: `${at}/script` }))
    document.body.append(Object.assign(document.createElement('iframe'), { src: `${at}/frame` }))
    navigator.sendBeacon(`${at}/beacon`)
    await import(`${at}/frame-import`).catch(() => {})
    await fetch(`${at}/frame-fetch`).catch(() => {})
  }, there)
  await page.evaluate((at) => fetch(`${at}/last`), there) // the page may: what is not there by now, does not come
}

test('with the frame’s policy, no code reaches a server on this machine', async ({ page }) => {
  await tryEveryWay(page)
  expect(requestedPaths).toEqual(['/last'])
})

test('with a weak policy it does: this is what would be seen', async ({ page }) => {
  await page.route('**/sandbox/frame*', async (route) => {
    const response = await route.fetch()
    const weak = "sandbox allow-scripts; default-src * 'unsafe-inline' 'unsafe-eval' blob:"
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': weak } })
  })
  await tryEveryWay(page)
  // names that were taken away stay away; `import()` is no name
  await expect
    .poll(() => requestedPaths)
    .toEqual(expect.arrayContaining(['/import', '/image', '/frame', '/frame-fetch', '/frame-import', '/last']))
  expect(requestedPaths).not.toContain('/fetch')
  expect(requestedPaths).not.toContain('/importScripts')
})
