import { beforeEach, describe, expect, test } from 'vitest'
import { DraftRecordSchema } from './draft.ts'
import { GUEST } from './learner.ts'
import { adoptGuestWork, deleteLearner } from './open-learner.ts'
import { TemporaryBrowser } from './temporary-browser.ts'

let browser: TemporaryBrowser
beforeEach(() => {
  browser = new TemporaryBrowser()
})
const draft = (source: string) => ({ current: { source, at: 1, revision: source }, others: [], server: {} })

describe('what a guest did on this device', () => {
  test('moves into the account that they enter, in addition to what the account has there', async () => {
    const storage = browser.open()
    await storage.change(`${GUEST}/drafts/softmax`, () => draft('the guest’s'))
    await storage.change(`${GUEST}/queue/submissions`, () => [{ id: '1', payload: 'new' }])
    await storage.change(`${GUEST}/run-logs/softmax`, () => 'the guest’s')
    await storage.change('ada/drafts/softmax', () => draft('ada’s'))
    await storage.change('ada/queue/submissions', () => [{ id: '0', payload: 'old' }])
    await storage.change('ada/run-logs/softmax', () => 'ada’s')
    await storage.change('bob/drafts/softmax', () => draft('bob’s'))

    await adoptGuestWork(storage, 'ada')

    expect(await storage.listKeys(`${GUEST}/`)).toEqual([])
    const adopted = DraftRecordSchema.parse(await storage.read('ada/drafts/softmax'))
    expect([adopted.current?.source, adopted.others[0]?.source]).toEqual(['ada’s', 'the guest’s'])
    const queue = await storage.read('ada/queue/submissions')
    expect(queue).toHaveLength(2)
    expect(await storage.read('ada/run-logs/softmax')).toBe('ada’s')
    expect(await storage.read('bob/drafts/softmax')).toEqual(draft('bob’s'))
  })

  test('stays the guest’s where this device can’t store it again', async () => {
    const storage = browser.open()
    await storage.change(`${GUEST}/drafts/softmax`, () => draft('the guest’s'))
    Object.assign(browser, { isDatabaseBroken: true, isLocalBroken: true })
    await adoptGuestWork(storage, 'ada')
    Object.assign(browser, { isDatabaseBroken: false, isLocalBroken: false })
    expect(await browser.open().listKeys('')).toEqual([`${GUEST}/drafts/softmax`])
  })
})

test('nothing of a learner is left when it is deleted, and everything of others', async () => {
  const storage = browser.open()
  await storage.change('ada/drafts/softmax', () => draft('ada’s'))
  await storage.change('adaline/drafts/softmax', () => draft('adaline’s'))
  browser.isDatabaseBroken = true
  await storage.change('ada/drafts/attention', () => draft('ada’s'))
  browser.isDatabaseBroken = false
  await deleteLearner(storage, 'ada', async (key) => key === 'ada/drafts/attention')
  expect(await storage.listKeys('')).toEqual(['ada/drafts/attention', 'adaline/drafts/softmax'])
  await deleteLearner(storage, 'ada')
  expect(await storage.listKeys('')).toEqual(['adaline/drafts/softmax'])
})
