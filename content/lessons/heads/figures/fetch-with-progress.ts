/**
 * Fetches a file and says how much of it has come. The browser keeps it.
 *
 * @param onProgress  called with a share from 0 to 1, as far as the server says how long the file is
 * @throws TypeError when the server can't be reached, Error when it refuses
 */
export async function fetchWithProgress(
  url: string,
  onProgress: (share: number) => void,
  request: typeof fetch = fetch,
): Promise<Uint8Array> {
  const response = await request(url, { cache: 'force-cache' })
  if (!response.ok || !response.body) throw new Error(`The server answered ${response.status}.`)
  const expected = Number(response.headers.get('content-length') ?? 0)
  const chunks: Uint8Array[] = []
  let received = 0
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    received += value.length
    if (expected > 0) onProgress(Math.min(received / expected, 1))
  }
  const bytes = new Uint8Array(received)
  let from = 0
  for (const chunk of chunks) {
    bytes.set(chunk, from)
    from += chunk.length
  }
  return bytes
}
