import { isComposing } from '../ui/shortcut-key.ts'
import styles from './code.module.css'
import type { CodeEditor, CodeEditorOptions } from './code-editor.ts'

/** A textarea with the same text, where the editor could not be loaded. */
export function openPlainEditor(parent: HTMLElement, options: CodeEditorOptions): CodeEditor {
  const area = document.createElement('textarea')
  area.className = styles.plain ?? ''
  area.value = options.text
  area.spellcheck = false
  area.autocapitalize = 'off'
  area.setAttribute('aria-label', options.label)
  area.setAttribute('aria-describedby', options.describedBy)
  area.addEventListener('input', () => options.onChange(area.value))
  area.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return
    event.preventDefault()
    options.onRun()
  })
  parent.replaceChildren(area)
  return {
    text: () => area.value,
    replace: (text) => {
      area.value = text
      options.onChange(text)
    },
    load: (text) => {
      area.value = text
    },
    mark: () => undefined,
    focus: () => area.focus(),
    destroy: () => area.remove(),
  }
}
