import { expect, test } from 'vitest'
import { type KeyPress, readShortcutKey } from './shortcut-key.ts'

const press = (key: string, code: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  keyCode: 0,
  isComposing: false,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  getModifierState: () => false,
  ...change,
})
const shift = { shiftKey: true }

test.each([
  ['QWERTY', press('3', 'Digit3'), '3'],
  ['QWERTY', press('u', 'KeyU'), 'u'],
  ['QWERTY, capitals', press('U', 'KeyU', shift), 'u'],
  ['QWERTY', press(' ', 'Space'), ' '],
  ['number pad', press('3', 'Numpad3'), '3'],
  ['AZERTY', press('"', 'Digit3'), '3'],
  ['AZERTY', press('é', 'Digit2'), '2'],
  ['AZERTY', press('3', 'Digit3', shift), '3'],
  ['AZERTY', press('u', 'KeyU'), 'u'],
  ['Czech', press('š', 'Digit3'), '3'],
  ['Cyrillic', press('г', 'KeyU'), 'u'],
  ['Cyrillic, capitals', press('И', 'KeyB', shift), 'b'],
  ['Greek', press('σ', 'KeyS'), 's'],
  ['Arabic', press('س', 'KeyS'), 's'],
  ['Arabic digits', press('٣', 'Digit3'), '3'],
  ['Hebrew', press('נ', 'KeyB'), 'b'],
  ['Devanagari digits', press('३', 'Digit3'), '3'],
  ['full width', press('３', 'Digit3'), '3'],
  ['full width', press('　', 'Space'), ' '],
  ['Dvorak', press('u', 'KeyF'), 'u'],
  ['Dvorak', press('g', 'KeyU'), 'g'],
  ['QWERTZ', press('y', 'KeyZ'), 'y'],
  ['a key with a name', press('Enter', 'Enter'), 'Enter'],
] as const)('%s: %j is %j', (_, key, expected) => {
  expect(readShortcutKey(key)).toBe(expected)
})

test.each([
  ['a sign of the digits’ row', press('#', 'Digit3', shift)],
  ['a sign', press(';', 'Semicolon')],
  ['a letter on a key for a sign', press('ж', 'Semicolon')],
  ['a sign on a key for a letter', press('«', 'KeyB')],
  ['a dead key', press('Dead', 'KeyU')],
  ['a key that an input method takes', press('Process', 'KeyU')],
  ['a key while composing', press('u', 'KeyU', { isComposing: true })],
  ['a key while composing, as Safari tells it', press('1', 'Digit1', { keyCode: 229 })],
  ['a key with Ctrl', press('u', 'KeyU', { ctrlKey: true })],
  ['a key with Command', press('u', 'KeyU', { metaKey: true })],
  ['a key with AltGr', press('s', 'KeyS', { getModifierState: (name) => name === 'AltGraph' })],
] as const)('%s is no shortcut', (_, key) => {
  expect(readShortcutKey(key)).toBeUndefined()
})
