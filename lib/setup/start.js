// npm start: installs, prepares and builds what is missing, then serves the course.
import { build } from './build.js'
import { endTogether } from './child.js'
import { isDataFolderUsed, prepareDataFolder } from './data-folder.js'
import { migrate } from './database-client.js'
import { serverEnvironment } from './environment.js'
import { runMain } from './failure.js'
import { prepare } from './prepare.js'
import { sayTo } from './say.js'
import { serve } from './serve.js'

runMain(async () => {
  endTogether()
  const say = sayTo(process.stdout)
  const node = await prepare(say)
  if (isDataFolderUsed(process.env)) prepareDataFolder()
  const env = serverEnvironment(process.env)
  await migrate(node, env, say)
  await build(node, say)
  return serve(node, env, say)
})
