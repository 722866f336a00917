import { placeAt } from '#lib/course/problem.ts'
import { advice, error, type Page, type Remark } from '../page.ts'
import { passagesOf } from './passages.ts'

/** Units in which something was measured, or is claimed to have been. */
const UNIT =
  '%|per ?cent|×|times (?:as|faster|slower|smaller|larger|more|fewer|less)|[KMGT]i?B|[KMGT]i?B/s|ms|µs|ns|[KMGT]?FLOPs?(?:/s)?|tokens? (?:a|per) second|GHz|W|kWh'
const NUMBER = new RegExp(`(?<![\\w.,§#^_/])(\\d(?:[\\d,.  ]*\\d)?)(?:[  ]?(${UNIT})(?![\\w]))?(?![\\w])`, 'g')
/** Whoever counts to twelve needs no source. */
const SMALL = 12

/**
 * Numbers in prose that neither a source nor a computation stands behind. A measured one (with a unit, in per cent, a
 * factor) must be mended; for another one, and one that is stated with its source elsewhere in the lesson, that is the
 * author's to judge.
 */
export function checkNumbers({ tree, mdx }: Page): readonly Remark[] {
  const passages = passagesOf(tree, mdx)
  const behind = passages.filter((it) => it.sourced || it.computed)
  const known = new Set(behind.flatMap((it) => numbersOf(it.text).map((n) => n.said)))
  const formulas = new Set([...mdx.matchAll(/\$[^$]*\$/g)].flatMap((it) => it[0].match(/\d[\d.]*/g) ?? []))
  return passages
    .filter((it) => !it.sourced && !it.computed)
    .flatMap(({ text, start }) =>
      numbersOf(text).flatMap(({ said, value, unit, at }): Remark[] => {
        if (known.has(said)) return []
        const place = placeAt(mdx, start + at)
        const mend =
          'Name its source with <Source id="…" />, in the paragraph or in a <Note> below it, or show how it comes about in a formula or a figure.'
        if (unit) return [error(place, 'number', `“${said}” has neither a source nor a computation`, mend)]
        if (value <= SMALL || isRound(value) || formulas.has(String(value))) return []
        return [advice(place, 'number', `is “${said}” measured? It has neither a source nor a computation`, mend)]
      }),
    )
}

interface Stated {
  /** The number with its unit, as written. */
  readonly said: string
  readonly value: number
  readonly unit: boolean
  readonly at: number
}

function numbersOf(text: string): Stated[] {
  return [...text.matchAll(NUMBER)].map(([said, digits = '', unit], i, all) => ({
    said: said.trim(),
    value: Number(digits.replace(/[, ]/g, '')),
    unit: unit !== undefined,
    at: all[i]?.index ?? 0,
  }))
}

/** A power of ten or of two is an example, not a measurement. */
const isRound = (value: number): boolean => Number.isInteger(Math.log10(value)) || Number.isInteger(Math.log2(value))
