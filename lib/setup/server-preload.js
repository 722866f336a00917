// Preloaded (with --import) into the process that serves pages, in production and in development.
import { isMainThread } from 'node:worker_threads'
import { guardRequests } from './guard-requests.js'
import { listenOnBothLoopbacks } from './listen-on-loopback.js'

if (isMainThread) {
  guardRequests(process.env)
  listenOnBothLoopbacks(process.env)
}
