import katex from 'katex'
import { visit } from 'unist-util-visit'
import { type TextPosition, textPositionAt } from '#lib/course/problem.ts'
import { errorAt, type FileDiagnostic, getStart, type LessonContext } from '../lesson-context.ts'
import { isSplitFormula } from './check-lost-text.ts'

/** Formulas that KaTeX does not set, with the place inside them; dollars that open none. */
export function checkFormulas({ tree, mdx }: LessonContext): readonly FileDiagnostic[] {
  const diagnostics: FileDiagnostic[] = []
  const split: { readonly start: number; readonly end: number }[] = []
  visit(tree, 'tableRow', (row) => {
    if (!isSplitFormula(row, mdx)) return
    const start = row.position?.start.offset ?? 0
    const end = row.position?.end.offset ?? 0
    split.push({ start, end })
    const message = 'a | separates the cells of a table, even inside a formula'
    const dollar = textPositionAt(mdx, findStrayDollar(mdx, start, end) ?? start)
    diagnostics.push(
      errorAt(dollar, 'table', message, 'In the formula write \\lvert x \\rvert for |x|, and \\mid for a single |.'),
    )
  })
  const isSplit = (at: number) => split.some(({ start, end }) => at >= start && at < end)
  visit(tree, (node) => {
    if (node.type === 'text') {
      const at = findStrayDollar(mdx, node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
      if (at !== undefined && !isSplit(at))
        diagnostics.push(
          errorAt(
            textPositionAt(mdx, at),
            'dollar',
            'this dollar sign doesn’t open or close a formula',
            'Write the formula’s other dollar sign, or \\$ if you mean money.',
          ),
        )
    }
    if (node.type !== 'math' && node.type !== 'inlineMath') return
    const start = node.position?.start.offset ?? 0
    const source = mdx.slice(start, node.position?.end.offset)
    const fault = findFormulaFault(node.value, node.type === 'math')
    if (!fault) return
    const inside = source.indexOf(node.value)
    const position = inside < 0 ? getStart(node) : textPositionAt(mdx, start + inside + fault.at)
    diagnostics.push(describeFormulaFault(fault.reason, position))
  })
  return diagnostics
}

/** What KaTeX has to say of a formula, and at which of its characters; undefined where it can set it. */
export function findFormulaFault(
  formula: string,
  display: boolean,
): { readonly reason: string; readonly at: number } | undefined {
  try {
    katex.renderToString(formula, { displayMode: display, throwOnError: true, strict: true })
    return undefined
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown
    const at = 'position' in thrown && typeof thrown.position === 'number' ? thrown.position : 0
    const reason = thrown.message
      .replace(/^KaTeX parse error: /, '')
      .replace(/ at position \d+:.*$/s, '')
      .replace(/ at end of input:.*$/s, ' at its end')
    return {
      reason: reason.replace(/^LaTeX-incompatible input and strict mode is set to 'error': /, ''),
      at: Math.min(at, formula.length),
    }
  }
}

/** A formula that does not compile, as a finding. */
export function describeFormulaFault(reason: string, position: TextPosition): FileDiagnostic {
  return errorAt(position, 'formula', `this formula does not compile: ${reason.replace(/\.$/, '')}`, suggestFix(reason))
}

function suggestFix(reason: string): string {
  if (/Undefined control sequence: /.test(reason))
    return 'Check the command’s spelling in KaTeX’s list of functions; write words in \\text{…}.'
  if (/Expected 'EOF', got '&'/.test(reason))
    return 'In a formula write the character itself (<, >), not its name; use & only in \\begin{aligned}.'
  if (/Expected '\}'|EOF|end of input|at its end/.test(reason))
    return 'Close every brace, \\left and \\begin that the formula opens.'
  if (/Extra \}|Expected 'EOF', got '\}'/.test(reason)) return 'Remove the closing brace that nothing opened.'
  if (/unicodeTextInMathMode|unknownSymbol/.test(reason))
    return 'Write the character as a command (\\sqrt, \\le, \\infty), or in \\text{…}.'
  if (/Double (sub|super)script/.test(reason)) return 'Put what belongs together in braces: x_{ij}, x_{i}^{2}.'
  return 'Fix the formula here: write LaTeX that KaTeX supports.'
}

/** The first dollar of a piece of text that no backslash precedes. */
function findStrayDollar(mdx: string, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    if (mdx[at] === '\\') at++
    else if (mdx[at] === '$') return at
  }
  return undefined
}
