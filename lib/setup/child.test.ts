import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { runOrFail, spawnNode, spawnProgram, waitForExit } from './child.js'
import { fromRoot } from './paths.js'
import { SetupError } from './setup-error.js'

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
  `import { forwardSignals, spawnNode } from ${JSON.stringify(pathToFileURL(fromRoot('lib/setup/child.js')).href)}
   forwardSignals()
   spawnNode(process.execPath, [${JSON.stringify(server)}]).stdout.pipe(process.stdout)`,
)
const started: ReturnType<typeof spawn>[] = []
afterEach(() => {
  for (const childProcess of started.splice(0)) childProcess.kill('SIGKILL')
})

/** The starter, and the port that its server listens on. */
async function start() {
  const parent = spawn(process.execPath, [starter], { stdio: ['ignore', 'pipe', 'inherit'] })
  started.push(parent)
  const [output] = await once(parent.stdout, 'data')
  return { parent, port: Number(String(output)) }
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
  const failing = runOrFail('The build', spawnNode(process.execPath, [fail]))
  await expect(failing).rejects.toEqual(new SetupError('The build failed.\ntoo little memory'))
  expect(await runOrFail('It', spawnNode(process.execPath, [script('well', "console.log('é')")]))).toBe('é\n')
})

test('a program that is not there is a failure with a reason', async () => {
  expect(await waitForExit(spawnProgram('no-such-program', []))).toEqual({
    code: 1,
    output: expect.stringContaining('ENOENT'),
  })
})
