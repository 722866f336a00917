import { BlockAllocator } from '#lib/attention/block-allocator.ts'
import type { Random } from '#lib/grading/random.ts'
import type { Script, Step } from '#lib/grading/script.ts'

/** The calls of one allocator; a name in `throws…` says that an error is asked for. */
export const pool = {
  append: (seq: string): Step => ({ call: 'append', on: 'pool', args: [seq] }),
  fork: (from: string, to: string): Step => ({ call: 'fork', on: 'pool', args: [from, to] }),
  free: (seq: string): Step => ({ call: 'free', on: 'pool', args: [seq] }),
  table: (seq: string): Step => ({ call: 'blockTable', on: 'pool', args: [seq] }),
  count: { get: 'freeBlocks', on: 'pool' } as Step,
}

/** One pool from its making on. Calls that must throw are marked, as the engine finds them to. */
export function poolScript(numBlocks: number, blockSize: number, steps: readonly Step[]): Script {
  const engine = new BlockAllocator(numBlocks, blockSize)
  return [
    { new: 'BlockAllocator', as: 'pool', args: [numBlocks, blockSize] },
    ...steps.map((step) => (throwsIn(engine, step) ? { ...step, throws: 'RangeError' } : step)),
  ]
}

function throwsIn(engine: BlockAllocator, step: Step): boolean {
  if (!('call' in step)) return false
  const [first = '', second = ''] = step.args.map(String)
  try {
    if (step.call === 'append') engine.append(first)
    else if (step.call === 'fork') engine.fork(first, second)
    else if (step.call === 'free') engine.free(first)
    else engine.blockTable(first)
    return false
  } catch {
    return true
  }
}

/** Sequences that grow, fork and end, in any order; now and then a call that must throw. */
export function randomScript(random: Random): Script {
  const names = ['a', 'b', 'c'] as const
  const one = (): readonly Step[] => {
    const seq = random.pick(names)
    const chance = random.next()
    if (chance < 0.55) return Array.from({ length: random.int(1, 3) }, () => pool.append(seq))
    if (chance < 0.75) return [pool.fork(seq, random.pick(names)), pool.append(seq)]
    if (chance < 0.87) return [pool.free(seq), pool.count]
    return [pool.table(seq)]
  }
  const steps = Array.from({ length: random.int(5, 9) }).flatMap(one)
  return poolScript(random.int(2, 6), random.int(1, 4), [pool.append('a'), ...steps, pool.count])
}
