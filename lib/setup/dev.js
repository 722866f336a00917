// npm run dev: the course with hot reload, for authors and developers. It shares data/course.db with npm start.
import { endTogether, exitCode, isEnding, showNode } from './child.js'
import { migrate } from './database-client.js'
import { serverEnvironment } from './environment.js'
import { runMain } from './failure.js'
import { prepare } from './prepare.js'
import { sayTo } from './say.js'

runMain(async () => {
  endTogether()
  const say = sayTo(process.stdout)
  const node = await prepare(say)
  const env = serverEnvironment(process.env)
  await migrate(node, env, say)
  const args = ['node_modules/next/dist/bin/next', 'dev', '-p', env.PORT]
  const code = await exitCode(showNode(node, args, { ...env, NODE_ENV: 'development' }))
  return isEnding() ? 0 : code
})
