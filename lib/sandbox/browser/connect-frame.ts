/**
 * A channel to the sandbox's frame, held by nobody else. Give its port to a `BrowserSandbox`, here or in a worker.
 *
 * The frame must have said `ready` (see `waitForFrame`): before that nobody listens there.
 */
export function connectFrame(frame: Window): MessagePort {
  const { port1, port2 } = new MessageChannel()
  frame.postMessage('port', '*', [port2]) // '*': the frame's origin is opaque, it has no name
  return port1
}

/** Resolves when the frame's script listens. To be called before the frame's document loads. */
export function waitForFrame(frame: () => Window | null | undefined, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const listen = (event: MessageEvent) => {
      if (event.data !== 'ready' || event.source !== frame()) return
      removeEventListener('message', listen)
      resolve()
    }
    addEventListener('message', listen, signal ? { signal } : {})
  })
}
