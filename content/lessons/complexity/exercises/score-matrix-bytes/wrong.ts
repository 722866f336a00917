import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('bytes-rounded', 'scoreEntries * bytesPerElement', 'scoreEntries * Math.ceil(bytesPerElement)'),
    edit('half-bytes-lost', 'scoreEntries * bytesPerElement', 'scoreEntries * Math.floor(bytesPerElement)', {
      shows: 'bytes-rounded',
    }),
    edit('heads-plus-layers', 'layers * heads', '(layers + heads)'),
    edit('in-kibibytes', 'scoreEntries * bytesPerElement', 'scoreEntries * (bytesPerElement / 1024)'),
    edit('in-mebibytes', 'scoreEntries * bytesPerElement', 'scoreEntries * (bytesPerElement / 1024 ** 2)'),
    edit('int32-scores', 'scoreEntries = n * n', 'scoreEntries = (n * n) | 0', { shows: 'int32-overflow' }),
    edit('no-square', 'n * n', 'n'),
    edit('no-heads', 'layers * heads * scoreEntries', 'layers * scoreEntries'),
    edit('no-layers', 'layers * heads * scoreEntries', 'heads * scoreEntries'),
    edit('one-head-one-layer', 'layers * heads * scoreEntries', 'scoreEntries'),
    edit('no-bytes', 'scoreEntries * bytesPerElement', 'scoreEntries'),
    edit('bits', 'scoreEntries * bytesPerElement', 'scoreEntries * bytesPerElement * 8'),
    edit('batch-invented', 'return layers', 'return 32 * layers'),
    edit('second-matrix', 'return layers', 'return 2 * layers', { shows: 'batch-invented' }),
    edit('halved-for-causality', 'n * n', '(n * (n + 1)) / 2'),
    edit('half-of-the-square', 'n * n', '(n * n) / 2', { shows: 'halved-for-causality' }),
    edit('heads-squared', 'layers * heads * scoreEntries', 'layers * heads * heads * scoreEntries'),
    edit(
      'in-gibibytes',
      'layers * heads * scoreEntries * bytesPerElement',
      '(layers * heads * scoreEntries * bytesPerElement) / 1024 ** 3',
    ),
    edit(
      'in-gigabytes',
      'layers * heads * scoreEntries * bytesPerElement',
      '(layers * heads * scoreEntries * bytesPerElement) / 1e9',
    ),
    edit(
      'int32-overflow',
      'layers * heads * scoreEntries * bytesPerElement',
      '(layers * heads * scoreEntries * bytesPerElement) | 0',
    ),
    edit('sum-of-sizes', 'layers * heads * scoreEntries', '(layers + heads + scoreEntries)', { shows: [] }),
  ],
})
