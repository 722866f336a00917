// Preloaded (--import) into the Node processes that set-up starts. Their stdin is a pipe that only the starter holds: when
// it ends, the starter is gone, even by SIGKILL, and nothing may stay on the port.
import { isMainThread } from 'node:worker_threads'

if (isMainThread && process.env.DIE_WITH_PARENT === '1') {
  // grandchildren inherit the environment, and another stdin
  delete process.env.DIE_WITH_PARENT
  const end = () => process.exit(0)
  process.stdin.on('end', end).on('close', end).on('error', end).resume()
  process.stdin.unref?.()
}
