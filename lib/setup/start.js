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
  const say = createLogger(process.stdout)
  const node = await prepare(say)
  if (isDataFolderUsed(process.env)) prepareDataFolder()
  const env = serverEnvironment(process.env)
  await migrate(node, env, say)
  await build(node, say)
  return serve(node, env, say)
})
