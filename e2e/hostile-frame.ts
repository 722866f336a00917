import { type CDPSession, expect, type Frame, type Page } from '@playwright/test'
import type { OpenSession } from '../lib/sandbox/grade-source.ts'
import { readHarnessText } from '../lib/sandbox/harness/text.ts'
import { type HarnessRequest, type HarnessResponse, type Realm, session } from '../lib/sandbox/session.ts'
import { MEMORY_MEGABYTES } from '../lib/sandbox/wire/decode.ts'

const PATH = '/hostile'
/** Half of what learners have: the bombs that it ends are many. */
const DEADLINE_MS = 1500

/**
 * A page of the server's origin with nothing in it but the sandbox's frame, as shipped, and what talks to it. Code runs
 * in that frame, judging stays here. A frame that is lost is replaced, as the workbench does it.
 *
 * It is spoken to past Playwright, which takes a frame's crash for the page's and would hear no more of it.
 */
export class FramePage {
  readonly #page: CDPSession
  private constructor(page: CDPSession) {
    this.#page = page
  }
  static async open(page: Page): Promise<FramePage> {
    const html = `<!doctype html><title>frame</title><body><script>${SCRIPT}</script>`
    await page.route(`**${PATH}`, (route) => route.fulfill({ contentType: 'text/html', body: html }))
    await page.goto(PATH)
    return new FramePage(await page.context().newCDPSession(page))
  }

  /** A session on compiled code, in the frame. */
  readonly session: OpenSession = async (compiled) => session(compiled, await this.realm())

  /** A fresh place in the frame for code as it is. The one before is ended. */
  async realm(): Promise<Realm> {
    await this.#ask('openSession()')
    return { engine: 'v8', exchange: (request) => this.#exchange(request), close: () => {} }
  }

  async #exchange({ input, code }: HarnessRequest): Promise<HarnessResponse> {
    const sent = { input: Buffer.from(input.buffer, input.byteOffset, input.byteLength).toString('base64'), code }
    const { chunks, problem } = JSON.parse(await this.#ask(`exchange(${JSON.stringify(sent)})`))
    return problem ? { problem } : { chunks: chunks.map(decodeNumbers) }
  }

  /** What an expression comes to in the page: a string. */
  async #ask(expression: string): Promise<string> {
    const { result, exceptionDetails } = await this.#page.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return String(result.value)
  }
}

/** The sandbox's frame of a page. The page adds it when it has time: this waits until it is there. */
export async function findSandboxFrame(page: Page): Promise<Frame> {
  const find = () => page.frames().find((frame) => new URL(frame.url(), page.url()).pathname === '/sandbox/frame')
  await expect.poll(() => find() !== undefined, 'the sandbox’s frame is in the page').toBe(true)
  const frame = find()
  if (!frame) throw new Error('The sandbox’s frame left the page')
  return frame
}

const decodeNumbers = (base64: string): Float64Array =>
  new Float64Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer)

/** The page's side of the sandbox, as text. Its sessions are on the other side of the wire. */
const SCRIPT = `
${readHarnessText('browser/connect-frame.ts')}
const MEMORY_MEGABYTES = ${MEMORY_MEGABYTES}, session = (_, realm) => realm
${readHarnessText('browser/browser-sandbox.ts')}
let sandbox, realm
async function load() {
  document.querySelector('iframe')?.remove()
  const frame = document.createElement('iframe')
  frame.src = '/sandbox/frame'
  frame.sandbox.add('allow-scripts')
  const ready = waitForFrame(() => frame.contentWindow)
  document.body.append(frame)
  await ready
  const port = connectFrame(frame.contentWindow)
  if (sandbox) sandbox.connect(port)
  else sandbox = new BrowserSandbox(port, load)
}
const loaded = load()
async function openSession() {
  await loaded
  realm = await sandbox.open(undefined, ${DEADLINE_MS})
}
async function exchange({ input, code }) {
  const bytes = Uint8Array.from(atob(input), (c) => c.charCodeAt(0))
  const reply = await realm.exchange({ input: new Float64Array(bytes.buffer), code })
  return JSON.stringify({ ...reply, chunks: reply.chunks?.map(base64Of) })
}
function base64Of(numbers) {
  let text = ''
  for (const byte of new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)) text += String.fromCharCode(byte)
  return btoa(text)
}`
