import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('other-documents', 'first <= j && j <= i', 'j < first'),
    edit('starts-where-ids-rise', 'id !== docIds[i - 1]', 'id > docIds[i - 1]', { shows: 'ids-rise' }),
    edit('boundary-late', 'id !== docIds[i - 1]) start = i', 'id !== docIds[i - 1]) start = i + 1'),
    edit(
      'start-moved-after-the-row',
      [
        ['if (i > 0 && id !== docIds[i - 1]) start = i;', ''],
        ['const first = start;', 'const first = start; if (i > 0 && id !== docIds[i - 1]) start = i;'],
      ],
      { shows: 'boundary-late' },
    ),
  ],
  'right/numbered': [
    edit(
      'inverted',
      `doc = new Int32Array(docIds.length);
  for (let i = 1; i < doc.length; i++) doc[i] = doc[i - 1] + Number(docIds[i] !== docIds[i - 1]);
  return Array.from(doc, (a, i) => Array.from(doc, (b, j) => a === b && i >= j`,
      `run: number[] = [];
  for (let i = 0; i < docIds.length; i++) run[i] = i > 0 && docIds[i] === docIds[i - 1] ? run[i - 1] : i;
  return docIds.map((_, i) => docIds.map((_, j) => j >= i && run[i] === run[j]`,
    ),
    edit(
      'not-causal',
      `doc = new Int32Array(docIds.length);
  for (let i = 1; i < doc.length; i++) doc[i] = doc[i - 1] + Number(docIds[i] !== docIds[i - 1]);
  return Array.from(doc, (a, i) => Array.from(doc, (b, j) => a === b && i >= j`,
      `run: number[] = [];
  for (let i = 0; i < docIds.length; i++) run[i] = i > 0 && docIds[i] === docIds[i - 1] ? run[i - 1] : i;
  return docIds.map((_, i) => docIds.map((_, j) => run[i] === run[j]`,
    ),
    edit(
      'one-before',
      `doc = new Int32Array(docIds.length);
  for (let i = 1; i < doc.length; i++) doc[i] = doc[i - 1] + Number(docIds[i] !== docIds[i - 1]);
  return Array.from(doc, (a, i) => Array.from(doc, (b, j) => a === b && i >= j`,
      `run: number[] = [];
  for (let i = 0; i < docIds.length; i++) run[i] = i > 0 && docIds[i] === docIds[i - 1] ? run[i - 1] : i;
  return docIds.map((_, i) => docIds.map((_, j) => j <= i && j >= run[i] - 1`,
    ),
    edit(
      'strictly-past',
      `doc = new Int32Array(docIds.length);
  for (let i = 1; i < doc.length; i++) doc[i] = doc[i - 1] + Number(docIds[i] !== docIds[i - 1]);
  return Array.from(doc, (a, i) => Array.from(doc, (b, j) => a === b && i >= j`,
      `run: number[] = [];
  for (let i = 0; i < docIds.length; i++) run[i] = i > 0 && docIds[i] === docIds[i - 1] ? run[i - 1] : i;
  return docIds.map((_, i) => docIds.map((_, j) => j < i && run[i] === run[j]`,
    ),
    edit(
      'true-hides',
      `doc = new Int32Array(docIds.length);
  for (let i = 1; i < doc.length; i++) doc[i] = doc[i - 1] + Number(docIds[i] !== docIds[i - 1]);
  return Array.from(doc, (a, i) => Array.from(doc, (b, j) => a === b && i >= j`,
      `run: number[] = [];
  for (let i = 0; i < docIds.length; i++) run[i] = i > 0 && docIds[i] === docIds[i - 1] ? run[i - 1] : i;
  return docIds.map((_, i) => docIds.map((_, j) => !(j <= i && run[i] === run[j])`,
    ),
  ],
  'right/row-from-row': [
    edit(
      'causal-only',
      `reduce<boolean[][]>((rows, id, i) => {
    const above = i > 0 && docIds[i - 1] === id ? rows[i - 1] : docIds.map(() => false);
    return [...rows, above.map((seen, j) => seen || j === i)];
  }, []`,
      'map((_, i) => docIds.map((_, j) => j <= i)',
    ),
    edit(
      'ids-rise',
      `reduce<boolean[][]>((rows, id, i) => {
    const above = i > 0 && docIds[i - 1] === id ? rows[i - 1] : docIds.map(() => false);
    return [...rows, above.map((seen, j) => seen || j === i)];
  }, []`,
      'map((_, i) => docIds.map((_, j) => j <= i && docIds[j] <= docIds[i])',
    ),
    edit(
      'same-id-apart',
      `reduce<boolean[][]>((rows, id, i) => {
    const above = i > 0 && docIds[i - 1] === id ? rows[i - 1] : docIds.map(() => false);
    return [...rows, above.map((seen, j) => seen || j === i)];
  }, []`,
      'map((_, i) => docIds.map((_, j) => j <= i && docIds[i] === docIds[j])',
    ),
    edit(
      'same-id-not-causal',
      `reduce<boolean[][]>((rows, id, i) => {
    const above = i > 0 && docIds[i - 1] === id ? rows[i - 1] : docIds.map(() => false);
    return [...rows, above.map((seen, j) => seen || j === i)];
  }, []`,
      'map((_, i) => docIds.map((_, j) => docIds[i] === docIds[j])',
      { shows: [] },
    ),
  ],
})
