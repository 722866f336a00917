import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Generation } from '#lib/attention/generation.ts'
import { languageModel } from '#lib/attention/language-model.ts'
import { distance } from '#lib/attention/testing/arbitrary-matrix.ts'
import { encodeText } from '#lib/language-model/encode-text.ts'
import { FastModel } from '#lib/language-model/fast-model.ts'
import { HeldBackLoss } from '#lib/language-model/held-back-loss.ts'
import { readModel } from '#lib/language-model/read-model.ts'
import { runModel } from '#lib/language-model/run-model.ts'
import { toLanguageModel, toRows } from '#lib/language-model/to-language-model.ts'
import golden from './golden.json' with { type: 'json' }
import heldBack from './held-back.json' with { type: 'json' }

const trained = readModel(readFileSync(new URL('model.safetensors', import.meta.url)))
const model = toLanguageModel(trained)
const fast = new FastModel(trained)
const { layers, heads } = trained.config
const prompt = [...encodeText(trained.chars, golden.prompt).tokens]
const loss = new HeldBackLoss(
  fast,
  heldBack.map((text) => encodeText(trained.chars, text).tokens),
)

/** The held-back loss with some heads off, given as layer·heads + head. */
function measure(off: readonly number[]): number {
  const keep = Array.from({ length: layers }, (_, l) =>
    Array.from({ length: heads }, (_, h) => !off.includes(l * heads + h)),
  )
  return [...loss.measure(keep)].at(-1)!.loss
}

test('the reference engine gives the logits and the attention that PyTorch gave', () => {
  const { logits, attention } = languageModel(model, prompt)
  expect(distance(logits.at(-1), golden.lastLogits)).toBeLessThan(2e-3)
  expect(distance(attention.flat(3), golden.attention.data)).toBeLessThan(1e-3)
})

test('so do flat arrays', () => {
  const { logits, attention } = runModel(fast, prompt)
  expect(distance(toRows(logits, trained.config.vocab).at(-1), golden.lastLogits)).toBeLessThan(2e-3)
  expect(distance(attention.flatMap((weights) => [...weights]), golden.attention.data)).toBeLessThan(1e-3)
})

test('the likeliest character each time gives the same 100 characters', () => {
  const generation = new Generation(model)
  let logits: number[] = []
  for (const token of prompt) logits = generation.next(token)
  let text = ''
  for (let i = 0; i < 100; i++) {
    const likeliest = logits.indexOf(Math.max(...logits))
    text += trained.chars[likeliest]
    logits = generation.next(likeliest)
  }
  expect(text).toBe(golden.greedy100)
})

test('the loss on held-back text is the same, also with heads switched off', () => {
  expect(measure([])).toBeCloseTo(golden.valLoss, 3)
  for (const head of [7, 25, 30])
    expect(Math.abs(measure([head]) - golden.pruneOne[head]!.valLoss)).toBeLessThan(1e-3)
  const order = golden.pruneOne.toSorted((a, b) => a.valLoss - b.valLoss).map((e) => e.layer * heads + e.head)
  for (const count of [3, 22])
    expect(Math.abs(measure(order.slice(0, count)) - golden.pruneInThatOrder[count - 1]!)).toBeLessThan(1e-3)
})
