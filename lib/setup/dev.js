// npm run dev: the course with hot reload, for authors and developers. It shares data/course.db with npm start.
import { requireBuildableFolder } from './build.js'
import { exitCode, forwardSignals, isEnding, spawnNodeVisibly } from './child.js'
import { isDataFolderUsed, prepareDataFolder } from './data-folder.js'
import { migrate } from './database-client.js'
import { serverEnvironment } from './environment.js'
import { readListenAddress, requireFreePort } from './listen-address.js'
import { createLogger } from './log.js'
import { root } from './paths.js'
import { prepare } from './prepare.js'
import { createServerArguments } from './server-process.js'
import { runMain } from './setup-error.js'

runMain(async () => {
  forwardSignals()
  const log = createLogger(process.stdout)
  const node = await prepare(log)
  requireBuildableFolder(root)
  if (isDataFolderUsed(process.env)) prepareDataFolder()
  const env = serverEnvironment(process.env)
  await migrate(node, env, log)
  await requireFreePort(readListenAddress(env, env.PORT), Number(env.PORT))
  const code = await exitCode(
    spawnNodeVisibly(node, createServerArguments('dev', env), { ...env, NODE_ENV: 'development' }),
  )
  return isEnding() ? 0 : code
})
