import { afterEach, beforeEach, expect, test, vi } from 'vitest'

class Device {
  readonly stored = new Map<string, string>()
  readonly dataset: Record<string, string> = {}
  readonly #listeners = new Set<() => void>()
  matches = false

  constructor() {
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => this.stored.get(key) ?? null,
      setItem: (key: string, value: string) => this.stored.set(key, value),
    })
    vi.stubGlobal('document', { documentElement: { dataset: this.dataset } })
    vi.stubGlobal('matchMedia', () => ({
      matches: this.matches,
      addEventListener: (_: string, listener: () => void) => this.#listeners.add(listener),
      removeEventListener: (_: string, listener: () => void) => this.#listeners.delete(listener),
    }))
  }
  becomePhone(): void {
    this.matches = true
    for (const listener of this.#listeners) listener()
  }
}

let device: Device
/** The module as a page that was just opened has it. */
const openPage = () => {
  vi.resetModules()
  return import('./editor-settings.ts')
}
beforeEach(() => {
  device = new Device()
})
afterEach(() => vi.unstubAllGlobals())

test('values are shown and lines don’t wrap until somebody chooses', async () => {
  const { readEditorSettings } = await openPage()
  expect(readEditorSettings()).toEqual({ wrapsLines: false, showsValues: true })
})

test('on a phone values are folded, also when the window becomes as narrow as one', async () => {
  const { readEditorSettings, watchEditorSettings } = await openPage()
  const onChange = vi.fn()
  const stop = watchEditorSettings(onChange)
  device.becomePhone()
  expect(onChange).toHaveBeenCalledOnce()
  expect(readEditorSettings().showsValues).toBe(false)
  stop()
  device.becomePhone()
  expect(onChange).toHaveBeenCalledOnce()
})

test('what was chosen holds for the next page', async () => {
  const { setLinesWrapped, setValuesColumnShown } = await openPage()
  setLinesWrapped(true)
  setValuesColumnShown(false)
  const { readEditorSettings } = await openPage()
  expect(readEditorSettings()).toEqual({ wrapsLines: true, showsValues: false })
})

test('the style sheets follow: at once, and on a page that did not run the script in its head', async () => {
  const { setLinesWrapped } = await openPage()
  setLinesWrapped(true)
  expect(device.dataset).toEqual({ wrap: 'on' })
  delete device.dataset.wrap
  const { watchEditorSettings } = await openPage()
  watchEditorSettings(() => undefined)
  expect(device.dataset).toEqual({ wrap: 'on' })
})

test('where storage is closed the choice holds for the page', async () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('closed')
    },
    setItem: () => {
      throw new Error('closed')
    },
  })
  const { readEditorSettings, setLinesWrapped } = await openPage()
  setLinesWrapped(true)
  expect(readEditorSettings().wrapsLines).toBe(true)
})

test('settings stay the same object until one changes', async () => {
  const { readEditorSettings, setLinesWrapped } = await openPage()
  expect(readEditorSettings()).toBe(readEditorSettings())
  const before = readEditorSettings()
  setLinesWrapped(true)
  expect(readEditorSettings()).not.toBe(before)
})
