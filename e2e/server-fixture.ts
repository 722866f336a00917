import type { ChildProcess } from 'node:child_process'
import { connect } from 'node:net'
import path from 'node:path'
import { expect } from '@playwright/test'
import { spawnNode } from '../lib/setup/child.js'

/**
 * A server of a journey's own, which it may kill and start again; its database outlives it. It ends with Playwright's
 * worker, however that one ends.
 */
export class OwnServer {
  readonly origin: string
  readonly #port: string
  readonly #name: string
  readonly #env: Readonly<Record<string, string>>
  #child: ChildProcess | undefined
  #output = ''

  /**
   * @param name  of its database
   * @param env  settings that differ from those of journeys
   */
  constructor(port: number, name: string, env: Readonly<Record<string, string>> = {}) {
    this.#port = `${port}`
    this.#name = name
    this.#env = env
    this.origin = `http://localhost:${port}`
  }

  /** What the server has written to its terminal. */
  get output(): string {
    return this.#output
  }

  async start(): Promise<void> {
    const child = spawnNode(process.execPath, ['lib/setup/start.js'], {
      ...process.env,
      PORT: this.#port,
      DATABASE_URL: `file:${path.join(process.env.E2E_FOLDER ?? '', `${this.#name}.db`)}`,
      BETTER_AUTH_SECRET: 'for this journey alone, on this machine',
      BETTER_AUTH_URL: this.origin,
      ...this.#env,
    })
    this.#child = child
    this.#output = ''
    await new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (piece) => {
          this.#output += piece
          if (this.#output.includes('ready at')) resolve()
        })
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${this.#output}`)))
    })
  }

  /** At once, with nothing said to anyone. */
  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL')
    await expect.poll(() => this.listening()).toBe(false)
  }

  async stop(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exit = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await exit
  }

  /** Whether anything answers on its port. */
  listening(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(Number(this.#port), 'localhost')
      socket.on('connect', () => {
        socket.destroy()
        resolve(true)
      })
      socket.on('error', () => resolve(false))
    })
  }
}
