import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTranscript, replaceTranscript, type SpeechSegment } from './transcript.ts'

const final = (transcript: string): SpeechSegment => ({ transcript, isFinal: true })
const interim = (transcript: string): SpeechSegment => ({ transcript, isFinal: false })

/** What is heard after these events, each with all results of the session. */
function hear(...events: readonly (readonly SpeechSegment[])[]): string {
  const transcript = createTranscript()
  return events.reduce((_, segments) => transcript.update(segments), '')
}

describe('words are neither doubled nor lost', () => {
  test('where each final result extends the last one, as Chrome on Android tells them', () => {
    const [a, b, c] = [final('softmax'), final('softmax of'), final('softmax of the scores')]
    expect(hear([a], [a, b], [a, b, c])).toBe('softmax of the scores')
    expect(hear([a], [b], [c])).toBe('softmax of the scores')
  })
  test('where capitals and punctuation change as the sentence grows', () => {
    expect(hear([final('softmax')], [final('softmax'), final('Softmax, of the scores.')])).toBe(
      'Softmax, of the scores.',
    )
  })
  test('where a result tells several before it again', () => {
    expect(hear([final('softmax'), final('of'), final('softmax of the scores')])).toBe('softmax of the scores')
  })
  test('where the same final result comes twice', () => {
    expect(hear([final('the scores')], [final('the scores'), final('the scores')])).toBe('the scores')
  })
  test('where each result is the next phrase, as Chrome on a desktop tells them', () => {
    expect(hear([final('softmax')], [final('softmax'), final(' of the scores')])).toBe('softmax of the scores')
    expect(hear([final('no')], [final('no'), final(' no')])).toBe('no no')
  })
  test('where two results become final at once', () => {
    expect(hear([final('one thing'), final(' and another')])).toBe('one thing and another')
  })
  test('where a list starts over within a session', () => {
    expect(hear([final('one thing')], [final('another thing')])).toBe('one thing another thing')
  })
  test('where what is not final changes, or never becomes final', () => {
    expect(hear([interim('soft')], [interim('soft max')], [final('softmax')])).toBe('softmax')
    expect(hear([final('the'), interim(' score')], [final('the'), interim(' scores are')])).toBe('the scores are')
  })
  test('where nothing was understood', () => {
    expect(hear([], [final('')], [final(' ')])).toBe('')
  })
  test('however a sentence of different words is cut into phrases that grow', () => {
    const phrases = fc.array(fc.array(fc.constant('w'), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(phrases, fc.boolean(), (shape, isCumulative) => {
        let n = 0
        const said = shape.map((phrase) => phrase.map((word) => `${word}${n++}`))
        const done: SpeechSegment[] = []
        const events: SpeechSegment[][] = []
        for (const words of said)
          for (let length = 1; length <= words.length; length++) {
            const text = `${done.length > 0 ? ' ' : ''}${words.slice(0, length).join(' ')}`
            const isLast = length === words.length
            events.push([...done, isLast || isCumulative ? final(text) : interim(text)])
            if (isLast || isCumulative) done.push(final(text))
          }
        expect(hear(...events)).toBe(said.flat().join(' '))
      }),
    )
  })
})

describe('an answer', () => {
  test.each([
    ['', '', 'softmax', 'softmax'],
    ['So: ', '', 'softmax', 'So: softmax'],
    ['So: softmax', 'softmax', 'softmax of', 'So: softmax of'],
    ['So: softmax of', 'softmax of', 'the softmax', 'So: the softmax'],
    ['softmax, then more', 'softmax', 'softmax of', 'softmax of, then more'],
    ['So: Softmax', 'softmax', 'softmax of the scores', 'So: Softmax of the scores'],
    ['I deleted it', 'softmax of', 'softmax of', 'I deleted it'],
    ['the theory', 'the', 'the scores', 'the scores theory'],
    ['they', 'the', 'the scores', 'they scores'],
    ['banana', 'a', 'a mask', 'banana mask'],
    ['a', '', '', 'a'],
  ])('%j with %j become %j is %j', (answer, before, after, expected) => {
    expect(replaceTranscript(answer, before, after)).toBe(expected)
  })
})
