import { useEffect, useRef, useState } from 'react'
import heldBack from '#content/models/shakespeare/held-back.json' with { type: 'json' }
import type { KeptHeads } from '#lib/attention/language-model.ts'
import type { HeadsOfText, HeadsReply, HeadsRequest } from './heads-protocol.ts'

/** Where the server gives the weights. Browsers keep them: other weights need another number. */
const MODEL_PATH = '/models/shakespeare?v=1'

/** Whether the model is on this device. */
export type ModelState =
  | { readonly kind: 'absent' | 'ready' }
  | { readonly kind: 'loading'; readonly share: number }
  | { readonly kind: 'failed'; readonly message: string }

/** The last measurement of the loss on held-back text, and the one that is running. */
export interface LossState {
  readonly loss?: number
  readonly keep?: KeptHeads
  /** The share that is done of a running measurement. */
  readonly share?: number
}

/** The trained model in a worker: loads it once, runs texts and measures losses. */
export function useTrainedHeads() {
  const [model, setModel] = useState<ModelState>({ kind: 'absent' })
  const [text, setText] = useState<HeadsOfText>()
  const [loss, setLoss] = useState<LossState>({})
  const worker = useRef<Worker>(undefined)
  useEffect(() => () => worker.current?.terminate(), [])

  const hear = (reply: HeadsReply) => {
    if (reply.kind === 'loading') setModel({ kind: 'loading', share: reply.share })
    else if (reply.kind === 'loaded') setModel({ kind: 'ready' })
    else if (reply.kind === 'failed') setModel({ kind: 'failed', message: reply.message })
    else if (reply.kind === 'text') setText(reply.text)
    else if (reply.kind === 'measuring') setLoss((before) => ({ ...before, share: reply.share }))
    else setLoss({ loss: reply.loss, keep: reply.keep })
  }
  const ask = (request: HeadsRequest) => worker.current?.postMessage(request)

  return {
    model,
    text,
    loss,
    load: () => {
      setModel({ kind: 'loading', share: 0 })
      worker.current?.terminate()
      worker.current = new Worker(new URL('./heads.worker.ts', import.meta.url), { type: 'module' })
      worker.current.onmessage = ({ data }: MessageEvent<HeadsReply>) => hear(data)
      worker.current.onerror = () =>
        setModel({
          kind: 'failed',
          message: 'The part of the page that runs the model couldn’t load. Check your connection, then try again.',
        })
      ask({ kind: 'load', url: MODEL_PATH, heldBack })
    },
    read: (typed: string, keep: KeptHeads) => ask({ kind: 'read', text: typed, keep }),
    measure: (keep: KeptHeads) => {
      setLoss((before) => ({ ...before, share: 0 }))
      ask({ kind: 'measure', keep })
    },
  }
}
