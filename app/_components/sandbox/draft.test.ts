import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DraftPair, mergeDrafts, replaceDraft, restoreKept } from './draft.ts'

const STARTER = 'starter'
const draft = (source: string, at: number) => ({ source, at })

describe('drafts from this device and from the server', () => {
  it('show the newest and keep the other', () => {
    const merged = mergeDrafts({ current: draft('mine', 2) }, { current: draft('theirs', 5) }, STARTER)
    expect(merged).toEqual({ current: draft('theirs', 5), kept: draft('mine', 2) })
  })

  it('are one draft when their texts are equal', () => {
    const merged = mergeDrafts({ current: draft('same', 2) }, { current: draft('same', 5) }, STARTER)
    expect(merged).toEqual({ current: draft('same', 5) })
  })

  it('offer no untouched starter', () => {
    expect(mergeDrafts({ current: draft(STARTER, 1) }, { current: draft('work', 5) }, STARTER).kept).toBeUndefined()
  })

  it('are nothing where neither has one', () => {
    expect(mergeDrafts({}, {}, STARTER)).toEqual({})
  })

  it('never lose the newest text of either side', () => {
    const some = fc.option(fc.record({ source: fc.constantFrom('a', 'b', 'c', STARTER), at: fc.nat(9) }), {
      nil: undefined,
    })
    const pair = fc
      .record({ current: some, kept: some })
      .map(({ current, kept }): DraftPair => ({ ...(current && { current }), ...(kept && { kept }) }))
    fc.assert(
      fc.property(pair, pair, (local, server) => {
        const merged = mergeDrafts(local, server, STARTER)
        const texts = [merged.current?.source, merged.kept?.source]
        const newest = [local.current, server.current].filter((d) => d !== undefined).sort((a, b) => b.at - a.at)[0]
        if (newest) expect(texts).toContain(newest.source)
        const lost = [local.current, server.current].filter(
          (d) => d && d.source !== STARTER && !texts.includes(d.source),
        )
        expect(lost).toEqual([])
      }),
    )
  })
})

describe('starting again', () => {
  it('keeps the old text, and restoring brings it back', () => {
    const again = replaceDraft({ current: draft('work', 3) }, draft(STARTER, 4), STARTER)
    expect(again).toEqual({ current: draft(STARTER, 4), kept: draft('work', 3) })
    expect(restoreKept(again, 5)).toEqual({ current: draft('work', 5), kept: draft(STARTER, 4) })
  })

  it('keeps what was kept when nothing was written since', () => {
    const again = replaceDraft({ current: draft(STARTER, 4), kept: draft('work', 3) }, draft(STARTER, 5), STARTER)
    expect(again.kept).toEqual(draft('work', 3))
  })
})
