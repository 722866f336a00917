import { packedCausalMask } from '#lib/attention/causal-mask.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { EXACT_TOLERANCE } from '#lib/grading/exercise.ts'
import type { Random } from '#lib/grading/random.ts'
import { type Documents, misconceptions } from './misconceptions.ts'

export default defineFunction<Documents, boolean[][]>({
  name: 'packedCausalMask',
  signature: 'packedCausalMask(docIds: number[]): boolean[][]',
  params: { docIds: ['n'] },
  tolerance: EXACT_TOLERANCE,
  reference: (docIds) => packedCausalMask(docIds),
  examples: [
    { label: 'two documents', args: [[0, 0, 1, 1]] },
    { label: 'an id that comes back', args: [[5, 5, 2, 5]] },
    { label: 'one document', args: [[3, 3, 3]] },
  ],
  random: { count: 24, make: (random) => [packed(random)] },
  edgeCases: [
    { label: 'one token only', args: [[7]] },
    { label: 'a document for each token', args: [[1, 2, 3, 4]] },
    { label: 'ids that fall', args: [[9, 9, 4, 4, 1]] },
    { label: 'two ids in turn', args: [[0, 1, 0, 1, 0]] },
    { label: 'an id that comes back after two others', args: [[1, 1, 2, 3, 1, 1]] },
    { label: 'ids 0 and −1', args: [[0, 0, -1, -1, 0]] },
    { label: 'large ids', args: [[100_000, 100_000, 99_999]] },
  ],
  misconceptions,
  hints: [
    'Two conditions must hold: j is not after i, and no document ends between j and i.',
    'A new document starts wherever `docIds[i] !== docIds[i - 1]`. For each token, find where its document starts.',
    'Keep `start` while you walk: `if (i > 0 && docIds[i] !== docIds[i - 1]) start = i`. Entry (i, j) is `start <= j && j <= i`.',
  ],
  passHeadline: 'Passed. No document sees another.',
})

/** Two to five documents of one to three tokens; an id may come back after another. */
function packed(random: Random): number[] {
  const ids: number[] = []
  for (let documents = random.int(2, 5); documents > 0; documents--) {
    const id = random.int(0, 3)
    for (let tokens = random.int(1, 3); tokens > 0; tokens--) ids.push(id)
  }
  return ids
}
