import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { createMatcher, type KeyPoint, type Matcher } from './match.ts'

let matcher: Matcher
beforeAll(async () => {
  matcher = await createMatcher()
})

const point = (point: string, accepts?: readonly string[], rejects?: readonly string[]): KeyPoint => ({
  point,
  accepts,
  rejects,
})
const ticks = (keyPoint: KeyPoint, answer: string): boolean =>
  matcher.match({ keyPoints: [keyPoint] }, answer).length === 1

const exact = point('The result is exact.', ['exact', 'not: approximate|approximation'])
const root = point('Divide by the root of the head width.', ['divide|over|scale sqrtd'])
const stored = point('The matrix is never stored.', ['not: store|write|keep matrix|n2'])
const memory = point('It reduces memory.', ['reduce|save|lower memory'])

describe('words', () => {
  test.each(['it divides by the root', 'Dividing by the root!', 'it was divided, um, by the like root'])(
    'count in any form, with fillers between: %s',
    (answer) => expect(ticks(point('', ['divide root']), answer)).toBe(true),
  )

  test.each(['soft-max', 'soft max', 'Softmax', 'SOFTMAX', 'soft macs'])('count in any spelling: %s', (phrase) =>
    expect(ticks(point('', ['softmax weight']), `the ${phrase} gives weights`)).toBe(true),
  )

  test.each(['flesh attention', 'flash atention', 'FlashAttention', 'flash-attention'])(
    'count with the slips of a recogniser or a hand: %s',
    (phrase) => expect(ticks(point('', ['flash_attention memory']), `${phrase} saves memory`)).toBe(true),
  )

  test('count in irregular forms', () => {
    expect(ticks(point('', ['keep value']), 'the values were kept')).toBe(true)
    expect(ticks(point('', ['matrix']), 'two matrices')).toBe(true)
  })

  test('do not count across sentences, unless the pattern says so', () => {
    expect(ticks(point('', ['keep value']), 'We keep it. The values differ.')).toBe(false)
    expect(ticks(point('', ['[12+] keep value']), 'We keep it. The values differ.')).toBe(true)
  })

  test('count only near each other', () => {
    const far = `we keep ${'one more thing '.repeat(10)} value`
    expect(ticks(point('', ['keep value']), far)).toBe(false)
  })

  test('count in the order that is asked for', () => {
    expect(ticks(point('', ['query > decoder']), 'queries come from the decoder')).toBe(true)
    expect(ticks(point('', ['query > decoder']), 'the decoder gives keys, not queries')).toBe(false)
  })

  test('are kept apart by what may not be between or near them', () => {
    const fromDecoder = point('', ['query decoder -encoder'])
    expect(ticks(fromDecoder, 'queries from the decoder')).toBe(true)
    expect(ticks(fromDecoder, 'queries from the encoder, keys from the decoder')).toBe(false)
    expect(ticks(point('', ['window linear !attention']), 'a window is linear attention')).toBe(false)
  })
})

describe('numbers and formulas', () => {
  test.each([
    '/ √d_k',
    'divided by sqrt(dk)',
    'we divide by root d k',
    'divide by the square root of the head dimension',
    'scaled by route d k',
    '\\sqrt{d_k} is what we divide by',
    'over d_k^0.5',
  ])('the root of dₖ: %s', (phrase) => expect(ticks(root, phrase.startsWith('/') ? `qk over √d_k` : phrase)).toBe(true))

  test.each([
    'O(n²·d)',
    'O(n^2 d)',
    'order of n squared times d',
    'O(n*n*d)',
    'n squared d',
    'o of n squared d',
    'Θ(T²d)',
  ])('n² d: %s', (phrase) => expect(ticks(point('', ['n²d']), `the time is ${phrase}`)).toBe(true))

  test.each(['n × n', 'n by n', 'n²', 'N^2', 'n times n', 'n squared', 'n-by-n'])('n²: %s', (phrase) =>
    expect(ticks(point('', ['n² matrix']), `an ${phrase} matrix`)).toBe(true),
  )

  test.each(['QKᵀ', 'q dot k', 'Q K transpose', 'QK^T', 'q·k', 'qᵢ·kⱼ'])('queries against keys: %s', (phrase) =>
    expect(ticks(point('', ['qk score']), `the scores are ${phrase}`)).toBe(true),
  )

  test.each(['127', 'one hundred and twenty-seven', 'a hundred twenty seven', 'one twenty seven'])(
    '127: %s',
    (phrase) => expect(ticks(point('', ['127']), `divide by ${phrase}`)).toBe(true),
  )

  test.each(['4,096', '4096', 'four thousand ninety six', 'four thousand and ninety-six'])('4096: %s', (phrase) =>
    expect(ticks(point('', ['4096 token']), `${phrase} tokens`)).toBe(true),
  )

  test('a length that is called n is not squared', () => {
    expect(ticks(point('', ['n²']), 'linear in the sequence length n')).toBe(false)
  })
})

describe('denials', () => {
  test.each([
    'it does not reduce memory',
    "it doesn't reduce memory",
    'it never reduces memory',
    'no, it reduces no memory',
    'it dont reduce memory',
    'it is wrong to say that it reduces memory',
    'People say it reduces memory. That is wrong.',
    'it reduces memory? No.',
    'That it reduces memory is a myth.',
    "don't believe that it reduces memory",
  ])('are no tick: %s', (answer) => expect(ticks(memory, answer)).toBe(false))

  test.each([
    'it reduces memory',
    'not only does it reduce memory, it is fast',
    'it is not slow, and it reduces memory',
    'no, it reduces memory',
    'It is wrong to say that it does not reduce memory.',
    'It is not an approximation but it reduces memory',
    'Does it reduce memory? Yes.',
    'no matter what, it reduces memory',
  ])('end where the claim begins: %s', (answer) => expect(ticks(memory, answer)).toBe(true))

  test.each([
    'it is not an approximation',
    'no approximation at all',
    'People say that it is an approximation, but that is wrong.',
    'an approximation? no.',
    'it is a myth that it approximates',
    'it is exact',
  ])('of what is false are a tick: %s', (answer) => expect(ticks(exact, answer)).toBe(true))

  test.each([
    'without ever storing the matrix',
    'the matrix is never stored',
    'it avoids writing the n×n matrix',
    'instead of keeping the whole matrix',
  ])('come in many forms: %s', (answer) => expect(ticks(stored, answer)).toBe(true))

  test('of the key point take a tick back', () => {
    const mean = point('', ['average value'], ['average > keys'])
    expect(ticks(mean, 'an average of the values')).toBe(true)
    expect(ticks(mean, 'an average of the keys and not of the value')).toBe(false)
  })

  test('a question, a doubt and what is taken back are no claim', () => {
    expect(ticks(memory, 'Does it reduce memory?')).toBe(false)
    expect(ticks(memory, "I don't know whether it reduces memory")).toBe(false)
    expect(ticks(memory, 'it reduces memory, no wait, it reduces time')).toBe(false)
  })
})

describe('a key point without patterns', () => {
  const own = point('The output is a weighted average of the value vectors.')

  test('is found by its own words and their synonyms', () => {
    expect(ticks(own, 'a weighted sum of the value vectors is the output')).toBe(true)
    expect(ticks(own, 'the keys are rotated by an angle')).toBe(false)
  })

  test('that denies something asks for a denial', () => {
    const never = point('The blocks are not contiguous.')
    expect(ticks(never, 'the blocks are not contiguous')).toBe(true)
  })
})

describe('an answer about something else', () => {
  const sinks: KeyPoint[] = [
    point('The first tokens are kept as sinks.', ['keep|stay first|sink']),
    point('Four suffice.', ['4 enough|sink']),
  ]

  test('gets no tick for the words that it shares', () => {
    const answer =
      'Wash up in the first sink and keep the door of the kitchen open, so that the steam of boiling water leaves.'
    expect(matcher.match({ keyPoints: sinks }, answer)).toEqual([])
  })

  test('may be short', () => expect(matcher.match({ keyPoints: sinks }, 'Four sinks.')).toHaveLength(1))
})

describe('laws', () => {
  const card = { keyPoints: [exact, root, stored, memory, point('Softmax weights sum to one.')] }

  test('no text is too strange', () => {
    const any = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }))
    fc.assert(fc.property(any, (answer) => Array.isArray(matcher.match(card, answer))))
  })

  test.each(['constructor', '__proto__', 'valueOf toString hasOwnProperty', "constructor's", '@constructor'])(
    'no word is too strange: %s',
    (phrase) => expect(matcher.match(card, phrase)).toEqual([]),
  )

  const bits = [
    'exact',
    'not',
    'approximation',
    '√d_k',
    'divide by',
    'never',
    'store',
    'n²',
    'İ',
    '.',
    '?',
    'no',
    '\n',
    'reduces memory',
    '“',
    '𝛼',
    'ﬁ',
    '--',
    "doesn't",
    'softmax',
    'sum to one',
    '(',
    '½',
  ]

  test.each(['a', 'é', 'a_', 'no ', 'not sure ', 'memory ', 'exact n2 ', '(', '. '])(
    'the longest answer keeps nobody waiting: %s',
    (bit) => {
      const keyPoints = [exact, root, stored, memory, point('', ['memory memory memory memory', 'no not n2 exact'])]
      const ticks = matcher.match({ keyPoints }, bit.repeat(20_000).slice(0, 20_000))
      expect(ticks.length).toBeLessThanOrEqual(keyPoints.length)
    },
  )

  test('a phrase is the part of the answer that it names', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 30 }), (words) => {
        const answer = words.join(' ')
        for (const { phrase, start, end } of matcher.match(card, answer)) {
          expect(phrase).toBe(answer.slice(start, end))
          expect(phrase.length).toBeGreaterThan(0)
        }
      }),
    )
  })

  test('each key point is ticked at most once, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 30 }), (words) => {
        const ticks = matcher.match(card, words.join(' ')).map(({ index }) => index)
        expect(ticks).toEqual([...new Set(ticks)].toSorted((a, b) => a - b))
      }),
    )
  })

  test('the order of sentences changes nothing', () => {
    const sentences = [
      'It is exact.',
      'We divide by √d_k.',
      'The matrix is never stored.',
      'It saves memory.',
      'The weather is fine.',
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(sentences), (order) => {
        const ticks = matcher
          .match({ keyPoints: [exact, root, stored, memory] }, order.join(' '))
          .map(({ index }) => index)
        expect(ticks).toEqual([0, 1, 2, 3].filter((i) => order.includes(sentences[i]!)))
      }),
    )
  })

  test('the same answer gets the same ticks again', () => {
    const answer = 'It is exact, and we never store the n by n matrix.'
    expect(matcher.match(card, answer)).toEqual(matcher.match(card, answer))
  })
})

test('a pattern that cannot be read is named', () => {
  expect(() => ticks(point('', ['@nothing here']), 'x')).toThrow(/“@nothing here” names a set/)
  expect(() => ticks(point('', ['[4] not: store']), 'x')).toThrow(/head in the middle/)
  expect(() => ticks(point('', ['!only']), 'x')).toThrow(/asks for nothing/)
  expect(() => ticks(point('', ['the']), 'x')).toThrow(/holds no word/)
})
