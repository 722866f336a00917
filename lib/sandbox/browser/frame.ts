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
  interface OpenedSession extends One {
    readonly session: number
    timer: ReturnType<typeof setTimeout> | undefined
    /** Whether a run is under way: a worker may answer once a run. */
    isAwaitingResult: boolean
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
  let open: OpenedSession | undefined

  const end = (opened: OpenedSession) => {
    clearTimeout(opened.timer)
    opened.port.onmessage = null
    opened.port.close()
    opened.worker.onerror = null
    opened.worker.terminate()
    if (open === opened) open = undefined
  }
  const take = (session: number): OpenedSession => {
    if (open) end(open)
    const opened: OpenedSession = { ...spare, session, timer: undefined, isAwaitingResult: false }
    open = opened
    spare = start()
    return opened
  }
  const run = (page: MessagePort, { session, request, ms }: PageMessage & { kind: 'run' }) => {
    const post = (message: FrameMessage) => page.postMessage(message)
    const opened = open?.session === session ? open : take(session)
    const stop = (why: 'deadline' | 'failed' | 'unreadable', message: string) => {
      end(opened)
      post({ kind: 'ended', session, why, message, ms })
    }
    void opened.up.then(() => {
      if (open !== opened) return
      opened.isAwaitingResult = true
      opened.timer = setTimeout(() => stop('deadline', ''), ms)
      opened.worker.onerror = (event) => stop('failed', event.message)
      opened.port.onmessage = (event: MessageEvent<WorkerMessage>) => {
        if (!opened.isAwaitingResult) return
        opened.isAwaitingResult = false
        clearTimeout(opened.timer)
        const { chunks, message } = event.data
        if (message || !Array.isArray(chunks)) stop('unreadable', String(message))
        else post({ kind: 'wrote', session, chunks })
      }
      opened.port.postMessage(request)
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
