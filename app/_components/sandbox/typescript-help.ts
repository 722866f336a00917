import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { typescriptLanguage } from '@codemirror/lang-javascript'
import { type Diagnostic, linter } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { typescriptService } from './typescript-service.ts'

/** Underlines what TypeScript finds and completes names. It begins when the editor is first used, and never blocks Run. */
export function typescriptHelp(): Extension {
  return [
    linter(findings, { delay: 500, needsRefresh: (update) => update.focusChanged }),
    typescriptLanguage.data.of({ autocomplete: completions }),
  ]
}

const used = new WeakSet<EditorView>()

async function findings(view: EditorView): Promise<readonly Diagnostic[]> {
  if (view.hasFocus) used.add(view)
  if (!used.has(view)) return [] // who only reads does not load a megabyte of compiler
  const { doc } = view.state
  const found = await typescriptService().check(doc.toString())
  return found.map(({ from, to, message }) => ({
    from: Math.min(from, doc.length),
    to: Math.min(to, doc.length),
    message,
    severity: 'warning',
    source: 'TypeScript',
  }))
}

async function completions(context: CompletionContext): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[\w$]+/)
  if (!context.explicit && !word && !context.matchBefore(/\.$/)) return null
  const found = await typescriptService().complete(context.state.doc.toString(), context.pos)
  if (context.aborted) return null
  const options = found.map(({ name, kind }): Completion => ({ label: name, detail: kind }))
  return { from: word?.from ?? context.pos, options, validFor: /^[\w$]*$/ }
}
