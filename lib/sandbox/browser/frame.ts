// What runs in the sandboxed frame. Delivered as text: imports types only.
import type { FrameMessage, PageMessage, WorkerMessage } from './messages.ts'

/**
 * Keeps a worker booted, gives it to the next session, and ends it: when the session closes, when another one opens,
 * when a run takes longer than it may, or when it fails. A worker serves one session and is never used again.
 */
export function frameMain(workerText: string) {
  interface One {
    readonly worker: Worker
    readonly port: MessagePort
    readonly up: Promise<void>
  }
  interface Open extends One {
    readonly session: number
    timer: ReturnType<typeof setTimeout> | undefined
    /** Whether a run is under way: a worker may answer once a run. */
    asked: boolean
  }
  const url = URL.createObjectURL(new Blob([workerText], { type: 'text/javascript' }))
  const start = (): One => {
    const worker = new Worker(url)
    const { port1, port2 } = new MessageChannel()
    worker.postMessage(null, [port2])
    const up = new Promise<void>((resolve) => {
      port1.onmessage = () => resolve()
    })
    return { worker, port: port1, up }
  }
  let spare = start()
  let open: Open | undefined

  const end = (it: Open) => {
    clearTimeout(it.timer)
    it.port.onmessage = null
    it.port.close()
    it.worker.onerror = null
    it.worker.terminate()
    if (open === it) open = undefined
  }
  const take = (session: number): Open => {
    if (open) end(open)
    const it: Open = { ...spare, session, timer: undefined, asked: false }
    open = it
    spare = start()
    return it
  }
  const run = (page: MessagePort, { session, request, ms }: PageMessage & { kind: 'run' }) => {
    const say = (message: FrameMessage) => page.postMessage(message)
    const it = open?.session === session ? open : take(session)
    const stop = (why: 'deadline' | 'failed' | 'unreadable', message: string) => {
      end(it)
      say({ kind: 'ended', session, why, message, ms })
    }
    void it.up.then(() => {
      if (open !== it) return
      it.asked = true
      it.timer = setTimeout(() => stop('deadline', ''), ms)
      it.worker.onerror = (event) => stop('failed', event.message)
      it.port.onmessage = (event: MessageEvent<WorkerMessage>) => {
        if (!it.asked) return
        it.asked = false
        clearTimeout(it.timer)
        const { chunks, message } = event.data
        if (message || !Array.isArray(chunks)) stop('unreadable', String(message))
        else say({ kind: 'wrote', session, chunks })
      }
      it.port.postMessage(request)
    })
  }
  addEventListener('message', (event) => {
    if (event.source !== parent || event.data !== 'port') return
    const page = event.ports[0]
    if (!page) return
    page.onmessage = ({ data }: MessageEvent<PageMessage>) => {
      if (data.kind === 'run') run(page, data)
      else if (open?.session === data.session) end(open)
    }
    void spare.up.then(() => page.postMessage({ kind: 'up' } satisfies FrameMessage))
  })
  parent.postMessage('ready', '*')
}
