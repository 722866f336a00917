import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  'right/two-lists': [
    edit('budget-shared', 'this.window', 'Math.max(1, this.window - this.sinks)'),
    edit('counted-twice', 'else if', 'if'),
    edit(
      'keeps-all',
      `if (this.sinkPairs.length < this.sinks) this.sinkPairs.push(pair)
    else if (this.recent.push(pair) > this.window) this.recent.shift(`,
      'this.recent.push(pair',
    ),
    edit('length-of-window', 'sinkPairs.length + this.', ''),
    edit('no-scale', ' / Math.sqrt(q.length)', ''),
    edit(
      'no-sinks',
      `(this.sinkPairs.length < this.sinks) this.sinkPairs.push(pair)
    else if (this.recent.push`,
      '(this.recent.push',
    ),
    edit('sinks-inclusive', 'length < this.sinks', 'length <= this.sinks'),
    edit(
      'sinks-move',
      `sinkPairs.length < this.sinks) this.sinkPairs.push(pair)
    else if (this.recent.push(pair) > this.window`,
      'recent.push(pair) > this.window + this.sinks',
    ),
    edit('stops-growing', [
      ['push(pair) >', 'length <'],
      ['recent.shift()', 'recent.push(pair)'],
    ]),
    edit('stores-reference', ': k.slice(), v: v.slice()', ', v'),
    edit('window-cleared', 'recent.shift()', 'recent= [pair]'),
    edit('window-one-less', '(pair) > this', '(pair) >= this'),
    edit('window-one-more', '(this.recent.push(pair) > this.window)', '(this.recent.push(pair) > this.window + 1)'),
  ],
})
