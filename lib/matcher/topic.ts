import type { Word } from './words.ts'

/**
 * Whether an answer speaks of what was asked. Answers about something else share words with key points (“the head of
 * the rare books section”): what gives them away is that no term of the field is among them, and that many of their
 * words have no place in any answer to the card.
 *
 * @param vocabulary  forms of all words that the card's patterns know
 */
export function isOnTopic(words: readonly Word[], vocabulary: ReadonlySet<string>): boolean {
  if (words.length < 6 || words.length > 30) return true
  const terms = new Set(
    words.filter(({ forms }) => forms.some((form) => TERMS.has(form))).map(({ forms, text }) => forms[1] ?? text),
  )
  if (terms.size > 1) return true
  const strange = words.filter((word) => !NEUTRAL.has(word.text) && !/^\d/.test(word.text) && !knows(vocabulary, word))
  const most = terms.size === 1 ? 0.55 : words.length < 12 ? 0.42 : 0.26
  return strange.length / words.length < most
}

const knows = (vocabulary: ReadonlySet<string>, word: Word): boolean => word.forms.some((form) => vocabulary.has(form))

const TERMS = new Set(
  `attention attend token softmax kvcache encoder decoder transformer gpt bert llama t5 mistral longformer bigbird vllm
  kivi sequence seqlen dmodel dk sqrtd qk n2 n2d nd2 nd nw ndw lw o(n) d/h h/g d2 matrix gpu hbm sram vector dimension
  gradient jacobian train training logit layer subspace fp16 int8 quantise cache prefill decode embedding neural mha mqa
  gqa rnn phi elu wo wq wk wv prompt alpha exp -inf linearattention absmax copyonwrite blocktable rope streamingllm
  autoregressive generate`.split(/\s+/),
)

const NEUTRAL = new Set(
  `not never no none nothing neither nor up out away much every more worse why whatever equal other some made make take
  put give go come one see look only very same about into than then while`.split(/\s+/),
)
