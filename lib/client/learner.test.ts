import { beforeEach, describe, expect, test } from 'vitest'
import { CurrentLearner, GUEST } from './learner.ts'

const ADA = { id: 'ada', isGuest: false }
const BOB = { id: 'bob', isGuest: false }
const SOME_GUEST = { id: 'g1', isGuest: true }

let remembered: string | undefined
let announced: string[]
const openPage = () =>
  new CurrentLearner({
    read: () => remembered,
    write: (id) => {
      remembered = id
    },
    announce: (id) => announced.push(id),
  })
const NEVER = new Promise<void>(() => undefined)
beforeEach(() => {
  remembered = undefined
  announced = []
})

describe('the learner of a page', () => {
  test('is who the server says, and is remembered for a page that opens offline', async () => {
    const page = openPage()
    page.confirm(ADA)
    expect(await page.settle(NEVER)).toBe('ada')
    const offline = openPage()
    offline.confirmOffline()
    expect(await offline.settle(NEVER)).toBe('ada')
  })

  test('is a guest until the server knows an account, whatever the guest’s id', async () => {
    const page = openPage()
    page.confirm(undefined)
    expect(await page.settle(NEVER)).toBe(GUEST)
    page.confirm(SOME_GUEST)
    expect(page.id).toBe(GUEST)
    expect(page.endedSession).toBeUndefined()
  })

  test('is the one of last time when the server takes too long', async () => {
    remembered = 'ada'
    expect(await openPage().settle(Promise.resolve())).toBe('ada')
  })

  test('changes, here and in other tabs, when somebody signs in or out', async () => {
    const [page, tab] = [openPage(), openPage()]
    const heard: string[] = []
    tab.listen(() => heard.push(tab.id))
    page.confirm(ADA)
    expect(announced).toEqual(['ada'])
    tab.follow('ada')
    page.leave()
    expect([page.id, remembered, announced]).toEqual([GUEST, undefined, ['ada', GUEST]])
    tab.follow(GUEST)
    page.confirm(BOB)
    expect(heard).toEqual(['ada', GUEST])
    expect([page.id, page.endedSession]).toEqual(['bob', undefined])
  })

  test('is read again by a page that the browser had put aside meanwhile', async () => {
    const page = openPage()
    page.confirm(ADA)
    await page.settle(NEVER)
    remembered = 'bob'
    page.readAgain()
    expect(page.id).toBe('bob')
    remembered = undefined
    page.readAgain()
    expect(page.id).toBe(GUEST)
  })

  test('stays in an open page whose session ends, and is not in the next one', async () => {
    const page = openPage()
    page.confirm(ADA)
    await page.settle(NEVER)
    page.confirm(undefined)
    expect([page.id, page.endedSession]).toEqual(['ada', 'account'])
    page.confirm(ADA)
    expect([page.id, page.endedSession]).toEqual(['ada', undefined])

    const next = openPage()
    next.confirm(undefined)
    expect([await next.settle(NEVER), next.endedSession]).toEqual([GUEST, 'account'])
  })

  test('is told once that a guest’s session has ended', () => {
    openPage().confirm(SOME_GUEST)
    const page = openPage()
    page.confirm(undefined)
    expect(page.endedSession).toBe('guest')
    const next = openPage()
    next.confirm(undefined)
    expect(next.endedSession).toBeUndefined()
  })
})
