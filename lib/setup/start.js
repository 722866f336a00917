// npm start: installs, prepares and builds what is missing, then serves the course.
import { build } from './build.js'
import { forwardSignals } from './child.js'
import { isDataFolderUsed, prepareDataFolder } from './data-folder.js'
import { migrate } from './database-client.js'
import { serverEnvironment } from './environment.js'
import { createLogger } from './log.js'
import { prepare } from './prepare.js'
import { serve } from './serve.js'
import { runMain } from './setup-error.js'

runMain(async () => {
  forwardSignals()
  const log = createLogger(process.stdout)
  const node = await prepare(log)
  if (isDataFolderUsed(process.env)) prepareDataFolder()
  const env = serverEnvironment(process.env)
  await migrate(node, env, log)
  await build(node, log)
  return serve(node, env, log)
})
