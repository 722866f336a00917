/** The heap's end moves by whole multiples of this. */
const GRAIN = 16

/**
 * Finds the word of an engine's memory that says where its heap ends: nothing above that was ever written. It is the
 * one word that points past all that is written, and that far further on when more was asked for.
 *
 * To be called before the engine is made to take `bytes` of heap at once; what it returns, after that.
 *
 * @returns finds the word's index among the memory's 32-bit words; throws an Error when there is none, or more than one
 */
export function heapEndFinder(memory: WebAssembly.Memory, bytes: number): () => number {
  const before = ends(memory)
  return () => {
    const after = ends(memory)
    const moved = [...after].filter(([at, end]) => end - (before.get(at) ?? end) >= bytes)
    const [first] = moved
    if (!first || moved.length > 1) throw new Error('this QuickJS keeps the end of its heap elsewhere')
    return first[0]
  }
}

/** Words that may be the heap's end, by index. */
function ends(memory: WebAssembly.Memory): Map<number, number> {
  const words = new Uint32Array(memory.buffer)
  let written = words.length
  while (written > 0 && words[written - 1] === 0) written--
  const found = new Map<number, number>()
  for (let at = 0; at < written; at++) {
    const end = words[at] ?? 0
    if (end >= written * 4 && end <= memory.buffer.byteLength && end % GRAIN === 0) found.set(at, end)
  }
  return found
}
