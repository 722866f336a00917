import { formatNumber, formatPercent } from '#app/_components/figure/format.ts'
import { BlockAllocator } from '#lib/attention/block-allocator.ts'
import { defineNumbers } from '#lib/course/number.ts'

/** Blocks that sequences of these lengths take, as the engine hands them out. */
function countBlocks(lengths: readonly number[], blockSize: number): number {
  const room = lengths.reduce((sum, n) => sum + Math.ceil(n / blockSize), 1)
  const allocator = new BlockAllocator(room, blockSize)
  lengths.forEach((n, s) => {
    for (let t = 0; t < n; t++) allocator.append(`${s}`)
  })
  return room - allocator.freeBlocks
}

export default defineNumbers([
  {
    id: 'paged-attention/blocks-needed',
    title: 'Blocks that a sequence needs',
    exercise: 'paged-attend',
    generate: (rng) => {
      const blockSize = rng.pick([8, 16, 32])
      const n = blockSize * rng.int(3, 40) + rng.int(1, blockSize - 1)
      const answer = countBlocks([n], blockSize)
      return {
        question: `A sequence has ${formatNumber(n)} tokens, a block holds ${blockSize}. How many blocks does it take?`,
        answerUnit: { kind: 'number', unit: 'blocks' },
        answer,
        exact: true,
        spokenAnswer: formatNumber(answer),
        working: `$\\lceil ${n}/${blockSize} \\rceil$: the last block is partly filled.`,
        slips: [
          { id: 'floor', value: answer - 1, feedback: 'The remaining tokens need a block too: round up.' },
          { id: 'one-more', value: answer + 1, feedback: 'No block is allocated before it is needed.' },
          { id: 'tokens', value: n, feedback: 'Those are the tokens. A block holds several.' },
        ],
      }
    },
  },
  {
    id: 'paged-attention/wasted-slots',
    title: 'Slots that stay empty',
    exercise: 'paged-attend',
    generate: (rng) => {
      const blockSize = rng.pick([16, 32])
      const lengths = [1, 2, 3].map(() => blockSize * rng.int(1, 9) + rng.int(1, blockSize - 1))
      const used = lengths.reduce((a, b) => a + b, 0)
      const blocks = countBlocks(lengths, blockSize)
      const answer = blocks * blockSize - used
      return {
        question: `Three sequences have ${lengths.join(', ')} tokens, a block holds ${blockSize}. How many slots stay empty?`,
        answerUnit: { kind: 'number', unit: 'slots' },
        answer,
        exact: true,
        spokenAnswer: formatNumber(answer),
        working: `${blocks} blocks have ${formatNumber(blocks * blockSize)} slots for ${formatNumber(used)} tokens. Only the last blocks have empty slots.`,
        slips: [
          {
            id: 'remainder',
            value: lengths.reduce((sum, n) => sum + (n % blockSize), 0),
            feedback: 'Those are the slots in use in the last blocks.',
          },
          {
            id: 'joined',
            value: countBlocks([used], blockSize) * blockSize - used,
            feedback: 'That puts all tokens into one sequence. Each sequence has its own last block.',
          },
          { id: 'none', value: 0, feedback: 'A partly filled last block has empty slots.' },
        ],
      }
    },
  },
  {
    id: 'paged-attention/shared-prompt',
    title: 'Blocks with a shared prompt',
    exercise: 'paged-attend',
    generate: (rng) => {
      const blockSize = rng.pick([8, 16])
      const whole = rng.int(4, 20)
      const prompt = whole * blockSize
      const samples = rng.int(3, 8)
      const own = rng.int(1, 3)
      const tokens = own * blockSize - rng.int(1, blockSize - 1)
      const allocator = new BlockAllocator(whole + samples * own, blockSize)
      for (let t = 0; t < prompt; t++) allocator.append('0')
      for (let s = 1; s < samples; s++) allocator.fork('0', `${s}`)
      for (let s = 0; s < samples; s++) for (let t = 0; t < tokens; t++) allocator.append(`${s}`)
      const answer = whole + samples * own - allocator.freeBlocks
      return {
        question: `${samples} samples share a prompt of ${prompt} tokens; each has generated ${tokens} tokens of its own. A block holds ${blockSize}. How many blocks are in use?`,
        answerUnit: { kind: 'number', unit: 'blocks' },
        answer,
        exact: true,
        spokenAnswer: formatNumber(answer),
        working: `${whole} for the prompt, once, and ${own} per sample: $${whole} + ${samples} \\cdot ${own}$.`,
        slips: [
          {
            id: 'not-shared',
            value: samples * (whole + own),
            feedback: 'That stores the prompt once per sample. Forked sequences share its blocks.',
          },
          {
            id: 'own-shared',
            value: whole + own,
            feedback: 'The generated tokens differ from sample to sample: their blocks are not shared.',
          },
          {
            id: 'slots',
            value: whole + Math.ceil((samples * tokens) / blockSize),
            feedback: 'Samples do not share their last blocks: each starts its own.',
          },
        ].filter(({ value }) => value !== answer),
      }
    },
  },
  {
    id: 'paged-attention/reserved',
    title: 'What reserving wastes',
    generate: (rng) => {
      const longest = rng.pick([2048, 4096])
      const used = rng.int(1, 12) * 32
      const blocks = countBlocks([used], 16) * 16
      const answer = 1 - used / longest
      return {
        question: `A server reserves memory for ${formatNumber(longest)} tokens per request; a request ends after ${used}. What share of its memory was never used, in percent?`,
        answerUnit: { kind: 'percent', unit: '%' },
        answer,
        spokenAnswer: formatPercent(answer, 1),
        working: `$1 - ${used}/${longest}$. With blocks of 16, ${formatNumber(blocks - used)} slots would be unused.`,
        slips: [
          { id: 'used', value: used / longest, feedback: 'That is the share that was used.' },
          {
            id: 'ratio',
            value: longest / used,
            feedback: 'That is the ratio of reserved to used. The question is the unused share.',
          },
        ],
      }
    },
  },
])
