import { spoken } from './verdict-words.ts'
import type { Judged } from './workbench-state.ts'

/** What a screen reader hears of a verdict. */
export const Spoken = ({ judged }: { readonly judged: Judged }) => <span>{spoken(judged)}</span>
