import { expect, test } from 'vitest'
import { getInterviewKind, kindOfQuestion } from './kind.ts'

test.each([
  ['What is masked attention, and where is it used?', 'definition'],
  ['What is a padding mask, and what does it hide?', 'definition'],
  ['Why do we divide the scores by the square root of d_k?', 'derivation'],
  ['How does FlashAttention get away with only O(n) memory?', 'derivation'],
  ['Write down attention with a causal mask.', 'derivation'],
  ['What does self-attention cost, in time and in memory?', 'number'],
  ['Llama-2-7B, 4,096 tokens, a batch of 32: how much is that?', 'number'],
  ['Llama-2-70B has 8 KV heads. What does that save?', 'number'],
  ['How would you quantize the KV cache to int8, and what does it cost you?', 'trade-off'],
  ['What is the difference between self-attention and cross-attention?', 'trade-off'],
])('“%s” asks for a %s', (question, kind) => {
  expect(kindOfQuestion(question)).toBe(kind)
})

test('a card’s own kind counts over its words', () => {
  expect(getInterviewKind({ kind: 'number', question: 'Why is it so large?' })).toBe('number')
  expect(getInterviewKind({ kind: 'trap', question: 'BERT is masked, is it not?' })).toBe('trade-off')
  expect(getInterviewKind({ kind: 'interview', question: 'Why many heads?' })).toBe('derivation')
})
