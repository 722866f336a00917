import type {
  TypescriptCompletion,
  TypescriptFinding,
  TypescriptQuestion,
  TypescriptReply,
  TypescriptRequest,
} from './typescript-protocol.ts'

/** TypeScript in a worker of its own, one for all editors of a page. It is large, so it starts when first asked. */
export class TypescriptService {
  readonly #worker = new Worker(new URL('./ts.worker.ts', import.meta.url), { type: 'module' })
  readonly #waiting = new Map<number, (reply: TypescriptReply | undefined) => void>()
  #asked = 0

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<TypescriptReply>) => {
      this.#waiting.get(data.id)?.(data)
      this.#waiting.delete(data.id)
    }
    // without it the editor still edits and runs
    this.#worker.onerror = () => {
      for (const give of this.#waiting.values()) give(undefined)
      this.#waiting.clear()
    }
  }

  async check(text: string): Promise<readonly TypescriptFinding[]> {
    const reply = await this.#ask({ kind: 'check', text })
    return reply?.kind === 'checked' ? reply.findings : []
  }

  async complete(text: string, at: number): Promise<readonly TypescriptCompletion[]> {
    const reply = await this.#ask({ kind: 'complete', text, at })
    return reply?.kind === 'completed' ? reply.completions : []
  }

  #ask(question: TypescriptQuestion): Promise<TypescriptReply | undefined> {
    const id = ++this.#asked
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      this.#worker.postMessage({ id, ...question } satisfies TypescriptRequest)
    })
  }
}

let service: TypescriptService | undefined
export function typescriptService(): TypescriptService {
  service ??= new TypescriptService()
  return service
}
