import { encodeText } from '#lib/language-model/encode-text.ts'
import { FastModel } from '#lib/language-model/fast-model.ts'
import { HeldBackLoss } from '#lib/language-model/held-back-loss.ts'
import { ModelFileError } from '#lib/language-model/model-file-error.ts'
import { readModel } from '#lib/language-model/read-model.ts'
import { runModel } from '#lib/language-model/run-model.ts'
import { fetchWithProgress } from './fetch-with-progress.ts'
import type { HeadsReply, HeadsRequest } from './heads-protocol.ts'

// Runs the trained model off the page's main thread. Nothing that the learner types leaves the device.

interface LoadedModel {
  readonly model: FastModel
  readonly chars: readonly string[]
  readonly loss: HeldBackLoss
}

let loaded: LoadedModel | undefined
let measurement = 0

const post = (reply: HeadsReply, transfer: Transferable[] = []) => self.postMessage(reply, { transfer })

self.onmessage = ({ data }: MessageEvent<HeadsRequest>) => {
  if (data.kind === 'load') void load(data.url, data.heldBack)
  else if (data.kind === 'read') read(data)
  else void measure(data)
}

async function load(url: string, heldBack: readonly string[]): Promise<void> {
  try {
    const bytes = await fetchWithProgress(url, (share) => post({ kind: 'loading', share }))
    const trained = readModel(bytes)
    const model = new FastModel(trained)
    const windows = heldBack.map((text) => encodeText(trained.chars, text).tokens)
    loaded = { model, chars: trained.chars, loss: new HeldBackLoss(model, windows) }
    post({ kind: 'loaded' })
  } catch (error) {
    post({ kind: 'failed', message: describeFailure(error) })
  }
}

function describeFailure(error: unknown): string {
  if (!navigator.onLine) return 'You’re offline, so the model can’t load. Go online, then try again.'
  if (error instanceof ModelFileError) return `The model’s file arrived damaged. ${error.message} Try again.`
  return 'The model couldn’t load: the server didn’t send it. Try again.'
}

function read({ text, keep }: HeadsRequest & { readonly kind: 'read' }): void {
  if (!loaded) return
  const { tokens, unknown } = encodeText(loaded.chars, text)
  const { context } = loaded.model.config
  const shown = tokens.slice(0, context)
  const chars = shown.map((token) => loaded?.chars[token] ?? '')
  const attention = shown.length > 0 ? runModel(loaded.model, shown, keep).attention : []
  post(
    { kind: 'text', text: { chars, unknown, attention } },
    attention.map((weights) => weights.buffer as ArrayBuffer),
  )
}

async function measure({ keep }: HeadsRequest & { readonly kind: 'measure' }): Promise<void> {
  if (!loaded) return
  const id = ++measurement
  let mean = 0
  for (const { loss, done } of loaded.loss.measure(keep)) {
    mean = loss
    post({ kind: 'measuring', share: done })
    await nextTask() // hears what was asked meanwhile
    if (id !== measurement) return
  }
  post({ kind: 'measured', loss: mean, keep })
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve))
