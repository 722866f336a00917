import { isEnding, runOrFail, spawnNode, waitForExit } from './child.js'
import { fromRoot } from './paths.js'
import { hashFiles, runIfChanged } from './run-if-changed.js'
import { SetupError } from './setup-error.js'

/**
 * Generates the Prisma clients of SQLite and PostgreSQL where the models changed.
 *
 * @param {string} node
 * @param {import('./log.js').Logger} log
 */
export async function generateClients(node, log) {
  const key = hashFiles(['prisma', 'prisma.config.ts', 'package-lock.json'].map((file) => fromRoot(file)))
  await runIfChanged(fromRoot('lib/learner/generated/.stamp'), key, async () => {
    log('generating the database client …')
    for (const provider of ['sqlite', 'postgresql']) {
      const env = {
        ...process.env,
        PRISMA_PROVIDER: provider,
        // any executable: generate does not need the engine, and then does not download it
        PRISMA_SCHEMA_ENGINE_BINARY: node,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      }
      await runOrFail('prisma generate', spawnNode(node, ['node_modules/prisma/build/index.js', 'generate'], env))
    }
  })
}

/**
 * Brings the database up to date.
 *
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env  with DATABASE_URL
 * @param {import('./log.js').Logger} log
 * @throws {SetupError} if the database can’t be used
 */
export async function migrate(node, env, log) {
  const { code, output } = await waitForExit(spawnNode(node, ['--no-warnings', 'prisma/apply.js'], env))
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  if (code === 0) for (const line of lines) log(line)
  else throw new SetupError(isEnding() ? 'Ended.' : lines.join('\n'))
}
