import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  'right/map-of-counts': [
    edit(
      'copies-full-block',
      `length - 1]
    if (slot === 0) {
      const block = this.take()
      it.table.push(block)`,
      `length - 1]
    if (slot === 0) {
      if (last !== undefined && this.counts[last] > 1) {
        const copy = this.take()
        this.release(last)
        it.table[it.table.length - 1] = copy
      }
      const block = this.take()
      it.table.push(block)`,
    ),
    edit('copies-when-alone', '(this.counts[last] > 1)', '(this.counts[last] > 0)'),
    edit('copy-not-said', ', copiedFrom: last', ''),
    edit('counts-used-blocks', ' this.free_.length', ' this.n - this.free_.length'),
    edit(
      'failed-append-creates',
      '{ table: [], length: 0 }',
      `{ table: [], length: 0 }
    this.seqs.set(seq, it)`,
      { shows: 'failed-append-leaves-traces' },
    ),
    edit(
      'failed-append-releases',
      `const block = this.take()
      this.release(last)`,
      `this.release(last)
      const block = this.take()`,
      { shows: 'failed-append-leaves-traces' },
    ),
    edit('fork-allocates', [
      [
        `
    for (const b of it.table) this.counts[b]++`,
        '',
      ],
      ['[...it.table]', 'it.table.map(() => this.take())'],
    ]),
    edit('fork-forgets-length', '{ table: [...it.table], length: it.length }', '{ table: [...it.table], length: 0 }'),
    edit(
      'fork-over-a-living-one',
      `if (this.seqs.has(to)) throw new RangeError('it lives')
    `,
      '',
      { shows: 'no-error' },
    ),
    edit('fork-shares-table', '[...it.table]', 'it.table'),
    edit(
      'fork-without-count',
      `for (const b of it.table) this.counts[b]++
    `,
      '',
    ),
    edit('free-of-nobody', '(const b of this.get(seq).table)', '(const b of this.seqs.get(seq)?.table ?? [])', {
      shows: 'no-error',
    }),
    edit('free-twice', 'if (this.counts[b] === 0) ', '', { shows: 'shared-block-freed' }),
    edit(
      'name-stays',
      `  this.seqs.delete(seq)
  `,
      '',
    ),
    edit(
      'never-freed',
      `  if (this.counts[b] === 0) this.free_.push(b)
  `,
      '',
    ),
    edit('no-copy-on-write', 'this.counts[last] > 1', 'false'),
    edit(
      'plain-error',
      [
        ["RangeError('no block is free')", "Error('no block is free')"],
        ["RangeError('unknown')", "Error('unknown')"],
        ["RangeError('it lives')", "Error('it lives')"],
      ],
      { shows: 'another-error' },
    ),
    edit(
      'shared-block-freed',
      `--
    if (this.counts[b] === 0)`,
      `= 0
    if (!this.free_.includes(b))`,
    ),
    edit('slots-from-one', [
      ['{ block, slot }', '{ block, slot: slot + 1 }'],
      ['slot, copiedFrom', 'slot: slot + 1, copiedFrom'],
      ['{ block: last, slot }', '{ block: last, slot: slot + 1 }'],
    ]),
    edit(
      'source-keeps-count',
      `this.release(last)
      `,
      '',
    ),
    edit('takes-a-used-block', 'free_.shift()!', 'free_.shift()! % 2', { shows: [] }),
  ],
})
