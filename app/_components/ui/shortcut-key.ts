/** What we read of a key press; React's and the browser's events both have it. */
export interface KeyPress {
  /** What the key types in the layout that is set. */
  readonly key: string
  /** Where the key is, by the name that it has on a US keyboard. */
  readonly code: string
  readonly keyCode: number
  readonly isComposing: boolean
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly getModifierState: (key: string) => boolean
}

/** What a browser reports as `keyCode` while an input method takes the key (UI Events, section 7.3.1). */
const IME_KEY_CODE = 229

/** Whether an input method takes this key: it composes a character, and is nobody's shortcut. */
export const isComposing = ({ isComposing, keyCode }: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean =>
  isComposing || keyCode === IME_KEY_CODE

/**
 * The shortcut that a key stands for: a small Latin letter, a digit, a space, or the name of another key. Where the
 * layout types something else (Cyrillic, Arabic, the digits' row of AZERTY), the place of the key decides. Shift with a
 * key of the digits' row types a sign in many layouts, which is no digit.
 *
 * @returns undefined where an input method takes the key, or a modifier is held
 */
export function readShortcutKey(press: KeyPress): string | undefined {
  if (isComposing(press) || press.ctrlKey || press.altKey || press.metaKey || press.getModifierState('AltGraph'))
    return undefined
  const { key, code, shiftKey } = press
  if (/^[a-z0-9 ]$/i.test(key)) return key.toLowerCase()
  if (key === 'Dead' || key === 'Process' || key === 'Unidentified') return undefined
  if (/^[A-Z]\w+$/.test(key)) return key
  if (code === 'Space') return ' '
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter && /\p{L}/u.test(key)) return letter.toLowerCase()
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  return digit && (!shiftKey || /\p{Nd}/u.test(key)) ? digit : undefined
}
