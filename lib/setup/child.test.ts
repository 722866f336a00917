import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { ended, startNode, startProgram, succeeded } from './child.js'
import { Failure } from './failure.js'
import { at } from './place.js'

const folder = mkdtempSync(path.join(tmpdir(), 'child-'))
const script = (name: string, text: string): string => {
  const file = path.join(folder, `${name}.mjs`)
  writeFileSync(file, text)
  return file
}
const server = script(
  'server',
  "import { createServer } from 'node:http'\nconst s = createServer().listen(0, () => console.log(s.address().port))\n",
)
/** Starts the server as a set-up command does, and says its port. */
const starter = script(
  'starter',
  `import { endTogether, startNode } from ${JSON.stringify(pathToFileURL(at('lib/setup/child.js')).href)}
   endTogether()
   startNode(process.execPath, [${JSON.stringify(server)}]).stdout.pipe(process.stdout)`,
)
const started: ReturnType<typeof spawn>[] = []
afterEach(() => {
  for (const childProcess of started.splice(0)) childProcess.kill('SIGKILL')
})

/** The starter, and the port that its server listens on. */
async function start() {
  const parent = spawn(process.execPath, [starter], { stdio: ['ignore', 'pipe', 'inherit'] })
  started.push(parent)
  const [said] = await once(parent.stdout, 'data')
  return { parent, port: Number(String(said)) }
}
/** Whether something listens on a port of this machine. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: 'localhost' })
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
/** Resolves when nothing listens on the port any more; the test's own limit ends a wait in vain. */
async function free(port: number): Promise<void> {
  while (await answers(port));
}

test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
  'a starter that %s ends leaves nothing on the port',
  async (signal) => {
    const { parent, port } = await start()
    expect(await answers(port)).toBe(true)
    parent.kill(signal)
    await once(parent, 'exit')
    await free(port)
  },
)

test('a step that fails is told with its output; one that does well is silent', async () => {
  const fail = script('fail', "console.log('too little memory'); process.exit(3)")
  const failing = succeeded('The build', startNode(process.execPath, [fail]))
  await expect(failing).rejects.toEqual(new Failure('The build failed.\ntoo little memory'))
  expect(await succeeded('It', startNode(process.execPath, [script('well', "console.log('é')")]))).toBe('é\n')
})

test('a program that is not there is a failure with a reason', async () => {
  expect(await ended(startProgram('no-such-program', []))).toEqual({
    code: 1,
    output: expect.stringContaining('ENOENT'),
  })
})
