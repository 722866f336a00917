import { textPositionAt } from '#lib/course/problem.ts'
import { errorAt, type FileDiagnostic, type LessonContext, warningAt } from '../lesson-context.ts'
import { findPassages } from './passages.ts'
import { splitSentences } from './sentences.ts'

/** Units in which something was measured, or is claimed to have been. */
const UNIT =
  '%|per ?cent|[x×](?= *(?:as|faster|slower|smaller|larger|more|fewer|less|the|[.,;:)]|$))|times (?:as|faster|slower|smaller|larger|more|fewer|less)|[KMGT]i?B(?:/s)?|ms|µs|ns|[KMGT]?FLOPs?(?:/s)?|tokens? (?:a|per) second|GHz|W|kWh'
const NUMBER = new RegExp(`(?<![\\w.,§#^_/])(\\d(?:[\\d,.  ]*\\d)?)(?:[  ]?(${UNIT})(?![\\w]))?(?![\\w])`, 'g')
/** Whoever counts to twelve needs no source. */
const SMALL = 12

/**
 * Numbers in prose that neither a source nor a computation stands behind. A measured one (with a unit, in per cent, a
 * factor) is an error; for another one, and one that is stated with its source elsewhere in the lesson, that is the
 * author's to judge.
 */
export function checkNumbers({ tree, mdx }: LessonContext): readonly FileDiagnostic[] {
  const sentences = findPassages(tree, mdx).flatMap((passage) =>
    splitSentences(passage.text).map(({ text, at }) => ({
      numbers: findNumbers(text),
      start: passage.start + at,
      isBacked: passage.sourced || passage.computed.some((c) => c >= at && c <= at + text.length),
    })),
  )
  const backedNumbers = new Set(
    sentences.filter(({ isBacked }) => isBacked).flatMap(({ numbers }) => numbers.map((n) => n.text)),
  )
  const formulas = new Set([...mdx.matchAll(/\$[^$]*\$/g)].flatMap((match) => match[0].match(/\d[\d.]*/g) ?? []))
  return sentences
    .filter(({ isBacked }) => !isBacked)
    .flatMap(({ numbers, start }) =>
      numbers.flatMap(({ text, value, unit, at }): FileDiagnostic[] => {
        if (backedNumbers.has(text)) return []
        const position = textPositionAt(mdx, start + at)
        if (unit) return [errorAt(position, 'number', `“${text}” has no source and no computation`, FIX)]
        if (value <= SMALL || isRound(value) || formulas.has(String(value))) return []
        return [
          warningAt(position, 'number', `“${text}” may be a measurement, but it has no source and no computation`, FIX),
        ]
      }),
    )
}

const FIX =
  'Name its source with <Source id="…" />, in the paragraph or in a <Note> below it, or show how to compute it, in a formula or a figure.'

interface NumberMention {
  /** The number with its unit, as written. */
  readonly text: string
  readonly value: number
  readonly unit: boolean
  readonly at: number
}

function findNumbers(text: string): NumberMention[] {
  return [...text.matchAll(NUMBER)].map(([match, digits = '', unit], i, all) => ({
    text: match.trim(),
    value: Number(digits.replace(/[, ]/g, '')),
    unit: unit !== undefined,
    at: all[i]?.index ?? 0,
  }))
}

/** A power of two, and a digit with zeros behind it, is an example and not a measurement. */
const isRound = (value: number): boolean =>
  Number.isInteger(Math.log2(value)) || /^\de\+\d+$/.test(value.toExponential())
