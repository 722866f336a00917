import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { javascriptLanguage, typescriptLanguage } from '@codemirror/lang-javascript'
import { bracketMatching, indentOnInput, indentUnit, LanguageSupport, syntaxHighlighting } from '@codemirror/language'
import { lintKeymap } from '@codemirror/lint'
import { EditorState, type Extension, Prec } from '@codemirror/state'
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view'
import { isComposing } from '../ui/shortcut-key.ts'
import { codeColours } from './code-colours.ts'
import styles from './code-editor.module.css'
import { type EditorMarks, editorMarks, setMarks, setValuesShown } from './editor-marks.ts'
import { readEditorSettings, watchEditorSettings } from './editor-settings.ts'
import { isSameValues, type TracedValues } from './line-values.ts'
import { typescriptHelp } from './typescript-help.ts'
import { createValuesColumn } from './values-column.ts'
import { wrappedIndent } from './wrapped-indent.ts'

export interface CodeEditorOptions {
  readonly text: string
  readonly label: string
  /** The id of the element that says which keys do what. */
  readonly describedBy: string
  /** Neither completes nor marks what TypeScript finds: as in an interview. */
  readonly isUnaided?: boolean
  readonly onChange: (text: string) => void
  readonly onRun: () => void
  /** Called when other values are next to the code, or the same ones next to other lines. */
  readonly onValues?: (values: TracedValues | undefined) => void
}

/** An editor of one file of TypeScript. Whoever opens it destroys it. */
export interface CodeEditor {
  text(): string
  /** Puts another text in place; undo brings the old one back. */
  replace(text: string): void
  /** Shows a text that was stored elsewhere. Undo goes back to nothing before it. */
  load(text: string): void
  mark(marks: EditorMarks): void
  focus(): void
  destroy(): void
}

/** Opens CodeMirror inside an element. */
export function openCodeEditor(parent: HTMLElement, options: CodeEditorOptions): CodeEditor {
  const view = new EditorView({
    parent,
    state: EditorState.create({ doc: options.text, extensions: extensions(options) }),
  })
  const applySettings = () => {
    view.dispatch({ effects: setValuesShown.of(readEditorSettings().showsValues) })
    view.requestMeasure() // lines that wrap have other heights
  }
  const unwatch = watchEditorSettings(applySettings)
  applySettings()
  return {
    text: () => view.state.doc.toString(),
    replace: (text) => {
      if (text !== view.state.doc.toString())
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, userEvent: 'input.replace' })
    },
    load: (text) => {
      view.setState(EditorState.create({ doc: text, extensions: extensions(options) }))
      applySettings()
      options.onValues?.(undefined)
    },
    mark: (marks) => view.dispatch({ effects: setMarks.of(marks) }),
    focus: () => view.focus(),
    destroy: () => {
      unwatch()
      view.destroy()
    },
  }
}

function extensions({
  label,
  describedBy,
  isUnaided: unaided,
  onChange,
  onRun,
  onValues,
}: CodeEditorOptions): Extension {
  return [
    lineNumbers(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    EditorState.tabSize.of(2),
    indentUnit.of('  '),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    new LanguageSupport(
      typescriptLanguage,
      javascriptLanguage.data.of({ closeBrackets: { brackets: ['(', '[', '{', "'", '"', '`'] } }),
    ),
    syntaxHighlighting(codeColours),
    editorMarks,
    createValuesColumn(),
    wrappedIndent(),
    unaided ? [] : [autocompletion({ icons: false }), typescriptHelp()],
    EditorView.editorAttributes.of({ class: styles.editor ?? '' }),
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-describedby': describedBy,
      autocapitalize: 'off',
      autocorrect: 'off',
      spellcheck: 'false',
      tabindex: '0',
    }),
    allowEscapeTab(),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString())
      const { values } = update.state.field(editorMarks).now
      if (!isSameValues(values, update.startState.field(editorMarks).now.values)) onValues?.(values)
    }),
    Prec.highest(
      keymap.of([
        {
          key: 'Mod-Enter',
          run: () => {
            onRun()
            return true
          },
        },
      ]),
    ),
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      ...completionKeymap,
      ...lintKeymap,
      indentWithTab,
    ]),
  ]
}

/**
 * After Escape, the next Tab leaves the editor instead of indenting, however much later it is pressed and whatever else
 * Escape did (such as closing the completion list). CodeMirror’s own version expires after two seconds and only works
 * if Escape did nothing else (WCAG 2.1.2, no keyboard trap).
 */
function allowEscapeTab(): Extension {
  let isLeaving = false
  const setLeaving = (view: EditorView, to: boolean) => {
    if (isLeaving === to) return // leave the mode alone if the learner turned it on with Ctrl-M
    isLeaving = to
    view.setTabFocusMode(to)
  }
  return Prec.highest(
    EditorView.domEventHandlers({
      keydown: (event, view) => {
        if (event.key === 'Escape') {
          if (!isComposing(event)) setLeaving(view, true)
        } else if (!['Tab', 'Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) setLeaving(view, false)
        return false
      },
      mousedown: (_, view) => {
        setLeaving(view, false)
        return false
      },
      blur: (_, view) => {
        setLeaving(view, false)
        return false
      },
    }),
  )
}
