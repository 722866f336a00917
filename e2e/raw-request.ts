import { once } from 'node:events'
import { type IncomingMessage, request as startRequest } from 'node:http'

interface RequestOptions {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** Sends a raw request of a kind that browsers and fetch don’t send. */
export async function sendRawRequest(
  origin: string,
  target: string,
  { method = 'GET', headers = {}, body }: RequestOptions = {},
) {
  const sent = startRequest(origin, { path: target, method, headers, agent: false })
  sent.end(body)
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  let text = ''
  for await (const piece of response.setEncoding('utf8')) text += piece
  return { status: response.statusCode, headers: response.headers, text }
}
