/** The part of a key press that we read. React’s and the browser’s events both have it. */
export interface KeyPress {
  /** What the key types in the current layout. */
  readonly key: string
  /** Where the key is: the name of the key in this position on a US keyboard. */
  readonly code: string
  readonly keyCode: number
  readonly isComposing: boolean
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly getModifierState: (key: string) => boolean
}

/** What a browser reports as `keyCode` while an input method handles the key (UI Events, section 7.3.1). */
const IME_KEY_CODE = 229

/** Whether an input method handles this key to compose a character. Such a key is never a shortcut. */
export const isComposing = ({ isComposing, keyCode }: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean =>
  isComposing || keyCode === IME_KEY_CODE

/**
 * Finds the shortcut for a key press: a lower-case Latin letter, a digit, a space, or the name of another key. If the
 * layout types something else (Cyrillic, Arabic, the digit row of AZERTY), the position of the key decides. In many
 * layouts, Shift with a key of the digit row types a symbol, which doesn’t count as the digit.
 *
 * @returns undefined if an input method handles the key or a modifier is held
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
