/** How code is shown; remembered on this device. */
export interface EditorSettings {
  /** Long lines wrap. On phones they always do: see `code.module.css`. */
  readonly wrapsLines: boolean
  /** Whether the values of a run are shown next to the code; if not, a button shows them. */
  readonly showsValues: boolean
}

const WRAP_KEY = 'wrap-lines'
const VALUES_KEY = 'trace-values'
const PHONE = '(max-width: 759px)'

/** What was chosen on this page: it holds where the browser stores nothing. */
const chosen = new Map<string, string>()
const listeners = new Set<() => void>()
let settings: EditorSettings | undefined

/** Reads the settings: the same object until one of them changes. */
export function readEditorSettings(): EditorSettings {
  const wrapsLines = read(WRAP_KEY) === 'on'
  // on a phone the code needs the whole width
  const showsValues = (read(VALUES_KEY) ?? (matchMedia(PHONE).matches ? 'folded' : 'shown')) === 'shown'
  if (settings?.wrapsLines !== wrapsLines || settings.showsValues !== showsValues)
    settings = { wrapsLines, showsValues }
  return settings
}

/** Wraps long lines on this device, or doesn’t. All code on the page follows. */
export function setLinesWrapped(wrapsLines: boolean): void {
  write(WRAP_KEY, wrapsLines ? 'on' : 'off')
  applyWrapping()
  announce()
}

/** Shows values next to the code on this device, or folds them. */
export function setValuesColumnShown(showsValues: boolean): void {
  write(VALUES_KEY, showsValues ? 'shown' : 'folded')
  announce()
}

/**
 * Calls back when a setting changes, or the window becomes as narrow as a phone.
 *
 * @returns ends that
 */
export function watchEditorSettings(listener: () => void): () => void {
  applyWrapping() // a page that the browser made by itself has not run the script in its head
  if (listeners.size === 0) matchMedia(PHONE).addEventListener('change', announce)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) matchMedia(PHONE).removeEventListener('change', announce)
  }
}

/** Tells the style sheets; the script in the page’s head does the same before the first paint. */
function applyWrapping(): void {
  const { dataset } = document.documentElement
  if (readEditorSettings().wrapsLines) dataset.wrap = 'on'
  else delete dataset.wrap
}

function announce(): void {
  for (const listener of listeners) listener()
}

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? chosen.get(key)
  } catch {
    return chosen.get(key)
  }
}

function write(key: string, value: string): void {
  chosen.set(key, value)
  try {
    localStorage.setItem(key, value)
  } catch {
    // storage is closed to us: the choice holds for this page
  }
}
