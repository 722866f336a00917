import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { TemporaryBrowser } from './temporary-browser.ts'

let browser: TemporaryBrowser
beforeEach(() => {
  browser = new TemporaryBrowser()
})

describe('what this device keeps', () => {
  test('is in IndexedDB, and still there after a reload', async () => {
    expect(await browser.open().change('a/drafts/x', () => 'text')).toBe('indexeddb')
    expect(await browser.open().read('a/drafts/x')).toBe('text')
    expect(browser.local.size).toBe(0)
  })

  test('goes to localStorage when IndexedDB takes nothing, and moves back when it does again', async () => {
    const storage = browser.open()
    await storage.change('k', () => 'old')
    browser.isDatabaseBroken = true
    expect(await storage.change('k', (stored) => `${stored}, new`)).toBe('localstorage')
    expect(await browser.open().read('k')).toBe('old, new')
    browser.isDatabaseBroken = false
    expect(await browser.open().change('k', (stored) => stored)).toBe('indexeddb')
    expect(browser.local.size).toBe(0)
    expect(browser.stored.get('k')).toBe('old, new')
  })

  test('is in memory when nothing else works, which is said', async () => {
    Object.assign(browser, { isDatabaseBroken: true, isLocalBroken: true })
    const storage = browser.open()
    expect(await storage.change('k', () => 'text')).toBe('memory')
    expect(await storage.read('k')).toBe('text')
    expect(await browser.open().read('k')).toBeUndefined()
    browser.isLocalBroken = false
    expect(await storage.change('k', (stored) => stored)).toBe('localstorage')
    expect(await browser.open().read('k')).toBe('text')
  })

  test('can be listed and deleted, wherever it is', async () => {
    const storage = browser.open()
    await storage.change('a/1', () => 1)
    await storage.change('b/1', () => 1)
    browser.isDatabaseBroken = true
    await storage.change('a/2', () => 2)
    browser.isLocalBroken = true
    await storage.change('a/3', () => 3)
    expect(await storage.listKeys('a/')).toEqual(['a/1', 'a/2', 'a/3'])
    Object.assign(browser, { isDatabaseBroken: false, isLocalBroken: false })
    for (const key of await storage.listKeys('a/')) await storage.change(key, () => undefined)
    expect(await storage.listKeys('')).toEqual(['b/1'])
  })

  test('is what was stored last where that was confirmed, whatever broke before and after', async () => {
    const step = fc.record({ isDatabaseBroken: fc.boolean(), isLocalBroken: fc.boolean(), isReload: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        browser = new TemporaryBrowser()
        let storage = browser.open()
        let confirmed: number | undefined
        for (const [i, { isReload, ...state }] of steps.entries()) {
          Object.assign(browser, state)
          if (isReload) storage = browser.open()
          if ((await storage.change('k', () => i)) !== 'memory') confirmed = i
        }
        const read = await browser.open().read('k')
        expect(read).toBe(confirmed)
      }),
    )
  })
})
