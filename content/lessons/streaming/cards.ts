import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'streaming/interview',
    kind: 'interview',
    question: 'How can a model read endless text with finite memory?',
    modelAnswer:
      'Use a sliding window: keep the keys and values of the latest tokens and evict the oldest, so memory stays constant however long the text gets. But plain eviction breaks the model as soon as the first tokens go. Softmax weights have to sum to one, so heads with nothing to look at put their mass on the first tokens: the attention sinks. StreamingLLM therefore keeps those first tokens for ever, beside the window. Four of them are enough.',
    keyPoints: [
      {
        id: 'sliding-window-evicts',
        point: 'A sliding window keeps the latest tokens and evicts the oldest.',
        accepts: [
          '[4] rolling|sliding|moving window',
          'sliding_window|rolling_window|rolling_buffer|ring_buffer|moving_window|slide_window',
          '[8] keep|only|hold|retain|just|store|remember|maintain|last recent|latest|last|newest token|key|kv|window|w|one|n|few|thousand|seqlen',
          '[8] @evict oldest|old|earliest|stale|older',
          '[8] window @evict|recent|latest|last|newest',
          '[14] window last|latest|recent|newest @evict oldest|old',
          '[8] @evict|throw oldest|old|older',
          '[8] window last|latest|recent|newest',
          '[3] oldest_first',
          '[3] rolling|ring|circular|fifo buffer|cache|queue|evict',
          't_minus_w|i_minus_w',
          '[5] window plus > 4|sink|s|first',
        ],
        rejects: ['[4] @evict > latest|newest|recent', '[3] keep|retain|hold > oldest'],
      },
      {
        id: 'bounded-memory',
        point: 'Memory stays bounded however long the text gets.',
        accepts: [
          '[9] memory|cache|size|footprint|kvcache|ram|cost constant|bounded|bound|fix|same|limited|finite|capped|flat|o_1|whatever|cap|never_grow|independent',
          'not: [9] grow|increase|explode|exceed|overflow|unbounded memory|cache|size|footprint|kvcache|window',
          'not: [7] need|use|take|require more memory|space',
          '[10] cache|memory|size > equal > w > plus',
          '[5] memory|cache|size > always > same|equal|large|big',
          'not: [6] big|large|exceed|more window|w|size|limit ^memory|cache',
        ],
      },
      {
        id: 'evicting-first-breaks',
        point: 'Evicting the very first tokens breaks the model.',
        accepts: [
          'any: [16+] @evict|without|gone|leave|out|moment|disappear|away|missing first|initial|start|beginning|earliest|sink|bos @broken',
          'any: [12] first|initial|sink|beginning|start token|position|1 gone|evict|drop|fall|leave|lose|remove @broken',
          'any: [8] token_1|token_0|word_1|position_0|1_token @evict|leave|go|gone @broken',
        ],
      },
      {
        id: 'softmax-needs-a-place',
        point: 'The reason: softmax has to put its mass somewhere, and the first tokens take it.',
        accepts: [
          '[20] softmax|weight|mass|attention|probability|head|it|sum must|sum_1|somewhere|add_1|have_to|need|place|nothing|dump|park|excess|surplus first|initial|somewhere|sink|start|beginning|place|bos|1|go',
          '[14] dump|park|put|place|land|go|rest|drain|deposit|attract|absorb|soak|collect mass|weight|attention|probability|surplus|excess|leftover|rest|unused first|initial|somewhere|sink|start|beginning|bos|them|they',
          '[16+] weight|softmax|probability sum_1|add_1|total_1|must_sum somewhere|first|sink|dump|go|place|initial',
          '[16] softmax|head|they > must|have|need > give|put|place|go|dump|spend > something|somewhere|first|anywhere|sink',
          '[10] sink unit_sum|sum softmax',
          '[6] absorb|soak|collect|swallow|catch surplus|excess|spare|leftover|unused|unneeded mass|weight|attention|softmax|probability',
          '[10] softmax|weight|mass leave|put|dump|place|give|spend|assign|go somewhere|anywhere|something',
          'any: [8] nothing|no_use|idle|useless dump|park|put|deposit > attention|weight|mass',
        ],
        rejects: ['[4] sink > last|latest|recent token|word|one -not -plus -window'],
      },
      {
        id: 'keep-sinks',
        point: 'The remedy is to keep the first tokens as attention sinks in the cache.',
        accepts: [
          '[7] keep|retain|stay|pin|preserve|leave|always|permanent|permanently|let|remain|save|forever|store|reserve|hold|protect first|initial|sink|bos|first_token -same',
          'any: [8] never > @evict > first|initial|sink|start|beginning|bos',
          '[10] first|initial|4 > always|permanently|forever|ever > keep|in|stay|cache|there',
          '[8] window plus|and|add first|initial|sink',
          '[6] first 4|token plus|and last|window|latest',
          '[14+] sink > pin|pinned|retain|preserve',
          '[4] keep|retain 4 ^first|sink|initial',
          'any: [4] never > @evict > them|ones ^first|initial',
          '0_1_2_3',
          'not: [6] @evict > first|initial|sink|beginning ^keep|stay|pin|always|sink|must|therefore|forever',
        ],
        rejects: ['[8] first > hold|contain|carry > instruction|meaning|information -not', '[2] first > 1000|100'],
      },
      {
        id: 'four-suffice',
        point: 'About four such tokens are enough.',
        accepts: ['[8] 4 @enough|token|sinks', '[6] 4 suffice|enough|sink|token|first|initial|of_them', '0_1_2_3'],
      },
    ],
    followUps: [
      {
        question: 'Why do the first tokens matter, if they are only a start-of-text mark and a few words?',
        answer:
          'Every later token can see them, so training made them the place where heads leave the weight they do not need; softmax cannot give zero to all.',
        whenMissing: 'softmax-needs-a-place',
        followUps: [
          {
            question: 'Could you train a model that does not need them?',
            answer:
              'Yes: give it a learned sink token in training. A softmax with an extra 1 in its denominator helps too, though less.',
          },
        ],
      },
      {
        question: 'Does this give the model an endless memory?',
        answer:
          'No. What left the window is forgotten; it stays fluent, but cannot answer questions about evicted text.',
        whenMissing: 'sliding-window-evicts',
        followUps: [
          {
            question: 'Which positions do you give to the tokens in the cache?',
            answer:
              'Their positions inside the cache, not in the text, so that no distance is larger than those seen in training.',
          },
        ],
      },
      {
        question: 'How would you lay out such a cache?',
        answer:
          'A fixed part for the sinks and a ring buffer for the window; each step overwrites the oldest slot of the ring.',
        whenMissing: 'bounded-memory',
        followUps: [
          {
            question: 'What does a step cost then?',
            answer: 'Order window plus sinks, times d, the same at token one million as at token ten thousand.',
          },
        ],
      },
    ],
    exercise: 'sliding-window-attention',
  },
  {
    id: 'streaming/visibility-formula',
    kind: 'formula',
    question: 'Which keys does query i see, with a causal window of W and s sinks?',
    modelAnswer:
      'Key $j$ when $j \\le i$ and ($i - j < W$ or $j < s$). The window counts the token itself, so it reaches $W - 1$ tokens back. A key for which both hold still counts once.',
    keyPoints: [
      {
        id: 'causal',
        point: 'Never a later key: j ≤ i.',
        accepts: ['j_most|j_atmost|not_later', 'j atmost', 'not: @see later|future', 'never later key'],
      },
      {
        id: 'window',
        point: 'The last W keys, the token itself counted: i − j < W.',
        accepts: ['[10] last|window|less w|window|key|itself', 'j less than w', 'j less w'],
      },
      {
        id: 'or-sink',
        point: 'Or one of the first s: j < s. A key counts once.',
        accepts: ['[8] first|sink s|sink|token', '[6] j less s'],
      },
    ],
    followUps: [
      {
        question: 'How many keys does a late query see?',
        answer: 'W plus s: the window and the sinks, which then do not overlap.',
        whenMissing: 'window',
        followUps: [
          {
            question: 'And query 2, with W = 4 and s = 2?',
            answer: 'Three: keys 0, 1 and 2. All are in the window, and the two sinks among them count once.',
          },
        ],
      },
    ],
    exercise: 'sliding-window-attention',
  },
  {
    id: 'streaming/why-sinks',
    kind: 'why',
    question: 'Why does evicting the first tokens break a model that never needed their content?',
    modelAnswer:
      'The weights of a softmax sum to one, so a head that has nothing to say must still put its weight somewhere. In training the first tokens were visible to everyone and became that place. When they are evicted, the surplus falls on tokens that do have content, and every output is disturbed.',
    keyPoints: [
      {
        id: 'sum-to-one',
        point: 'Softmax weights sum to one: no head can attend to nothing.',
        accepts: ['[14] sum_1|add_1|total_1|somewhere|nothing head|weight|softmax|attend|attention'],
      },
      {
        id: 'visible-to-all',
        point: 'The first tokens are visible to all later ones, so surplus weight settled there.',
        accepts: ['[14] first|initial visible|see|seen all|every|everyone|later'],
      },
      {
        id: 'surplus-moves',
        point: 'Without them the surplus falls on tokens whose values matter.',
        accepts: [
          '[20+] without|evict|gone|lose|drop surplus|excess|weight|mass|fall|falls|rest matter|content|value|other|real|disturb|meaning',
        ],
      },
    ],
    followUps: [
      {
        question: 'How would you see sinks in a trained model?',
        answer:
          'Plot the weights: in most layers beyond the first few, a large share of the weight is on the first token.',
        whenMissing: 'visible-to-all',
        followUps: [
          {
            question: 'Does that large weight move the output much?',
            answer: 'Little: the values of sink tokens have small norms, so much weight times a small vector is small.',
          },
        ],
      },
    ],
    exercise: 'sliding-window-attention',
  },
  {
    id: 'streaming/four-number',
    kind: 'number',
    question:
      'How many sink tokens does StreamingLLM keep, and with a window of 1,020 in addition, how many pairs does the cache hold at token four million?',
    modelAnswer:
      'Four sinks suffice. The cache holds 4 + 1,020 = 1,024 pairs of keys and values per layer and head, at token two thousand as at token four million.',
    keyPoints: [
      { id: 'four', point: 'Four sinks suffice.', accepts: ['[4] 4 token|sink|suffice|enough', '4'] },
      {
        id: 'constant',
        point: 'The cache holds sinks + window pairs, whatever the length of the text.',
        accepts: [
          '[14] window|sink|1024|same|constant|fixed|any length|whatever|text|sink|always|million|size',
          '1024',
        ],
      },
    ],
    followUps: [
      {
        question: 'Would a single sink be enough?',
        answer:
          'For models trained without a fixed first token one or two did not restore the quality; with a learned sink token from training, one is enough.',
        whenMissing: 'four',
        followUps: [
          {
            question: 'What is a learned sink, as in gpt-oss?',
            answer: 'A learned logit per head that is only in the denominator: it takes weight and adds no value.',
          },
        ],
      },
    ],
    exercise: 'sliding-window-attention',
  },
  {
    id: 'streaming/context-trap',
    kind: 'trap',
    question: '“With attention sinks a model has an endless context.” What is wrong with that?',
    modelAnswer:
      'It reads endless text, but it does not remember it. What left the window is gone; only the first few tokens and the last window are there. It extends the fluency, not the context.',
    keyPoints: [
      {
        id: 'evicted-gone',
        point: 'Evicted tokens are gone: they cannot be asked about.',
        accepts: [
          '[12] gone|forget|lose|lost|not|evict|left|away|remember|forgotten evict|window|evicted|out|dropped|remember|gone',
        ],
        rejects: ['any: [6] not|never > forget|lose', 'any: [3] nothing > wrong'],
      },
      {
        id: 'fluency',
        point: 'What it gives is stable, fluent output, not a longer memory.',
        accepts: ['fluent|fluency', '[10] stable|stability output|text|generation'],
        rejects: ['any: [3] nothing > wrong'],
      },
    ],
    followUps: [
      {
        question: 'So what is it good for?',
        answer: 'Long sessions in which the recent past is enough: chat, live captions, a stream of events.',
        whenMissing: 'fluency',
        followUps: [
          {
            question: 'And if the evicted part must be found again?',
            answer: 'Retrieve it: keep the text outside and put what fits the question back into the window.',
          },
        ],
      },
    ],
    exercise: 'sliding-window-attention',
  },
  {
    id: 'streaming/positions',
    kind: 'definition',
    question: 'Which position does a token in a streaming cache get?',
    modelAnswer:
      'Its place in the cache, counted from the first sink, not its place in the text. So no position and no distance is larger than the model saw in training, however long the text is. With RoPE the keys are kept unrotated and rotated when they are read.',
    keyPoints: [
      {
        id: 'place-in-cache',
        point: 'Its place within the cache, not in the text.',
        accepts: ['[10] place|position|index|inside|within cache'],
      },
      {
        id: 'within-training',
        point: 'So distances stay within what training has seen.',
        accepts: [
          '[14] train|training|trained distance|position|larger|seen|beyond|within|never',
          '[16] no|not distance|position larger|beyond train|training|saw|seen',
          'any: [14] distance|position larger|beyond|exceed train|training',
        ],
      },
    ],
    followUps: [
      {
        question: 'Why must the keys be kept unrotated?',
        answer: 'Their place in the cache changes with each eviction, so the rotation has to be applied at each read.',
        whenMissing: 'place-in-cache',
        followUps: [
          {
            question: 'What would happen with positions of the text?',
            answer:
              'They would grow past what training has seen, and the scores of a rotation never trained on are noise.',
          },
        ],
      },
    ],
    exercise: 'sliding-window-attention',
  },
])
