import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attention } from './attention.ts'
import { BlockAllocator } from './block-allocator.ts'
import { pagedAttend } from './paged-attend.ts'
import { PagedKVCache } from './paged-kv-cache.ts'
import { distance, queriesKeysValues } from './testing/arbitrary-matrix.ts'

test('whatever the block table, pages give what one piece of memory gives', () => {
  const inputs = queriesKeysValues().chain((qkv) => {
    const B = fc.integer({ min: 1, max: 4 })
    return B.chain((b) => {
      const blocks = Math.ceil(qkv.K.length / b) + 2
      const table = fc.shuffledSubarray([...Array(blocks).keys()], { minLength: Math.ceil(qkv.K.length / b) })
      return fc.record({ qkv: fc.constant(qkv), b: fc.constant(b), blocks: fc.constant(blocks), table })
    })
  })
  fc.assert(
    fc.property(inputs, ({ qkv: { Q, K, V }, b, blocks, table }) => {
      const pages = (rows: number[][]) => {
        const memory = Array.from({ length: blocks }, () => Array.from({ length: b }, () => rows[0]!.map(() => 1e6)))
        for (const [t, row] of rows.entries()) memory[table[Math.floor(t / b)]!]![t % b] = row
        return memory
      }
      const got = pagedAttend(Q[0]!, pages(K), pages(V), table, K.length)
      expect(distance(got, attention([Q[0]!], K, V)[0])).toBe(0)
    }),
  )
})

test('a table that is too short, or names a block that is not there, is refused', () => {
  const pages = [[[1], [2]]]
  expect(() => pagedAttend([1], pages, pages, [0], 3)).toThrow('1 blocks of 2 tokens hold no 3 tokens')
  expect(() => pagedAttend([1], pages, pages, [5], 1)).toThrow('the block table names block 5, but there are 1 blocks')
})

test('a sequence takes a block when it needs one, and gives all back', () => {
  const blocks = new BlockAllocator(2, 2)
  expect([blocks.append('a').slot, blocks.append('a').slot, blocks.append('a').slot]).toEqual([0, 1, 0])
  expect(blocks.freeBlocks).toBe(0)
  expect(() => blocks.append('b')).toThrow('all 2 blocks are in use')
  expect(() => blocks.blockTable('b')).toThrow('there is no sequence “b”')
  blocks.free('a')
  expect(blocks.freeBlocks).toBe(2)
  expect(() => blocks.free('a')).toThrow(RangeError)
})

test('after a fork the first writer copies, the second writes in place', () => {
  const blocks = new BlockAllocator(3, 2)
  const { block } = blocks.append('a')
  blocks.fork('a', 'b')
  expect(blocks.freeBlocks).toBe(2)
  const copied = blocks.append('b')
  expect(copied).toMatchObject({ slot: 1, copiedFrom: block })
  expect(copied.block).not.toBe(block)
  expect(blocks.append('a')).toEqual({ block, slot: 1 })
  expect(() => blocks.fork('a', 'b')).toThrow('the sequence “b” lives')
})

test('a full shared block is never copied, and stays until its last owner goes', () => {
  const blocks = new BlockAllocator(2, 1)
  const { block } = blocks.append('a')
  blocks.fork('a', 'b')
  expect(blocks.append('b').copiedFrom).toBeUndefined()
  blocks.free('a')
  expect(blocks.freeBlocks).toBe(0)
  expect(blocks.blockTable('b')[0]).toBe(block)
  blocks.blockTable('b').pop()
  expect(blocks.blockTable('b')).toHaveLength(2)
})

test('sequences that share pages and then part give what each would give alone', () => {
  fc.assert(
    fc.property(queriesKeysValues(true), fc.integer({ min: 1, max: 3 }), fc.nat(5), ({ Q, K, V }, b, at) => {
      const cut = 1 + (at % K.length)
      const cache = new PagedKVCache(2 * K.length + 1, b)
      for (let t = 0; t < cut; t++) cache.append('a', K[t]!, V[t]!)
      cache.fork('a', 'b')
      for (let t = cut; t < K.length; t++) {
        cache.append('b', K[t]!, V[t]!)
        cache.append('a', V[t]!.length === K[t]!.length ? V[t]! : K[t]!, V[t]!)
      }
      expect(distance(cache.attend('b', Q[0]!), attention([Q[0]!], K, V)[0])).toBeLessThan(1e-12)
      cache.free('b')
      cache.free('a')
      expect(cache.freeBlocks).toBe(2 * K.length + 1)
    }),
  )
})
