import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'cross-attention/interview',
    kind: 'interview',
    question: 'What is the difference between self-attention and cross-attention?',
    modelAnswer:
      'Both use the same formula: softmax of Q K transpose over root d_k, times V. The difference is where the inputs come from. In self-attention the queries, keys and values are all projected from the same sequence. In cross-attention the queries come from the decoder, while the keys and values come from the encoder’s output, so the two lengths may differ. There is no causal mask over the encoder’s positions, since the whole source is known. The keys and values of the source are computed once and reused at every decoding step.',
    keyPoints: [
      {
        id: 'queries-from-decoder',
        point: 'In cross-attention the queries come from the decoder.',
        accepts: [
          '[8] @query decoder|target|output_side|generated|decoding|generating|y|written -encoder -source -input -kv -key -value',
          '[6] decoder > ask|query|attend|look|interrogate|consult|search -key',
          '[5] decoder > provide|give|supply|bring|send|produce|state > @query|question -key -value',
        ],
        rejects: [
          '[6] self|self_attention > query > decoder|encoder -cross -same -sequence',
          '[6] cross > @sameseq -self',
          '[2] query > encoder',
          '[4] query > come|made|compute|taken|produce|stem > encoder -decoder',
          '[4] encoder > provide|supply|give|produce > query',
          '[5] encoder > make|ask|create|compute > query -decoder',
        ],
      },
      {
        id: 'kv-from-encoder',
        point: 'In cross-attention the keys and the values come from the encoder’s output.',
        accepts: [
          '[8] @pair encoder|source|memory|x_enc|input_sentence -decoder -target -query -same -self -cross',
          '[6] encoder|source > provide|give|supply|bring|output|state|deliver|offer > @pair -query',
          'any: [7] @pair > made|make|come|project|compute|built > encoder -query -decoder -same -cross',
          'any: [3] encoder > @key @value',
        ],
        rejects: [
          '[6] self|self_attention > query > decoder|encoder -cross -same -sequence',
          '[6] cross > @sameseq -self',
          '[2] key|kv|value > decoder',
          '[4] key|kv|value > come|made|compute|taken|produce|stem > decoder -encoder',
          '[8] query > key > value > all > encoder -decoder',
          '[4] decoder > give|provide|supply|answer|has > key|kv|value',
        ],
      },
      {
        id: 'self-same-sequence',
        point: 'In self-attention queries, keys and values all come from the same sequence.',
        accepts: [
          '[12] @sameseq self_attention|@query|@key|all_3|3|everything|all',
          '[10] self|self_attention itself|x|within|inside|among|themselves sequence|input|source|text|sentence|token|other|x',
          '[8] sequence|text|sentence|token|input|position|word attend|look|talk|compare|ask itself|themselves|own|each_other|one_another',
          '[14] q x wq x wk',
          '[10] self|self_attention q kv|k same|x|own|from_x',
          '[12] self|self_attention share source|sequence|input',
          '[12] self|self_attention same_thing|same_argument|same_one',
        ],
        rejects: [
          '[6] cross > @sameseq -self',
          '[6] self|self_attention > query > decoder|encoder -cross -same -sequence',
          '[8] cross > itself -self',
          '[14] self|self_attention > 1|query > key|kv > another|other|different -cross -encoder -same',
          '[5] only > attend|look > itself -sentence -sequence',
        ],
      },
      {
        id: 'same-formula',
        point: 'Both use the same attention formula.',
        accepts: [
          '[5] same|identical|equal|share|common @same_formula',
          '[6] @same_formula same|identical|equal|both|unchanged|share',
          'not: [6] another|other|different|differ|new|separate @same_formula',
          '[10] both use|apply|have softmax|qk|dot_product',
          '[8] only|just difference|differ where|input|source|come|origin|inputs|sources',
          '[4] both|same > softmax|qk',
          '[6] scale|dot|dot_product|softmax > both',
          'not: [5] change|differ formula|equation|math|mechanism|operation',
        ],
      },
      {
        id: 'no-causal-mask-on-source',
        point: 'Cross-attention has no causal mask over the encoder’s positions.',
        accepts: [
          'not: causal|causal_mask|triangular|mask_future|mask|masked|masking !self|decoder_self|padding',
          'not: [8] hide|need future|later source|encoder',
          '[8] see|look|attend|visible|access all|whole|entire|full|every|any|everything source|encoder !self',
          'unmasked|maskless',
          'not: causal|causal_mask|triangular !self|decoder_self',
        ],
        rejects: ['[8] need|require|must|use > causal|causal_mask > encoder|source -decoder -not -no'],
      },
      {
        id: 'encoder-kv-computed-once',
        point: 'The encoder’s keys and values are computed once and reused at every decoding step.',
        accepts: [
          '[14] @pair|encoder|source|they|memory|them once|1_time|single_time|just_once|beforehand|reuse|advance|upfront|precompute|ahead compute|calculate|project|make|run|reuse|every|each|step|all|cache|store|precompute|keep|use|enough|per',
          'not: [14] recompute|compute|calculate|change|grow|project @pair|encoder|source|them|memory every|each|step|new|again|recompute',
          'once_per_source|once_per_sentence|compute_once|computed_once|once_reuse',
          '[20+] @pair|encoder > once > enough|all|reuse|use',
          '[20+] @pair|encoder > @onetime > enough|all|reuse|use|used|every|each|step',
          '[10] kv|key|value > cache|store|keep > whole|entire|all|every|each ^source|encoder',
        ],
      },
    ],
    followUps: [
      {
        question: 'What shape does the output of cross-attention have?',
        answer:
          'One row per query, so as many rows as the decoder has tokens. The encoder’s length only sets the number of columns of the score matrix.',
        whenMissing: 'queries-from-decoder',
        followUps: [
          {
            question: 'And the score matrix, for 7 target and 12 source tokens?',
            answer: 'Seven rows by twelve columns.',
          },
        ],
      },
      {
        question: 'Do we need a causal mask there?',
        answer:
          'No: the whole source is known before decoding starts, so every target token may see all of it. Only padding is masked.',
        whenMissing: 'no-causal-mask-on-source',
        followUps: [
          {
            question: 'Where in the same decoder layer is a causal mask needed, then?',
            answer: 'In its self-attention over the target, which must not look at tokens that are not yet generated.',
          },
        ],
      },
      {
        question: 'Which models use which kind?',
        answer:
          'BERT: self-attention only, bidirectional. GPT and LLaMA: self-attention only, causal. T5 and the original Transformer: all three kinds.',
        followUps: [
          {
            question: 'How does a decoder-only model translate, without cross-attention?',
            answer: 'The source is part of the prompt, and causal self-attention reads it like any other earlier text.',
          },
        ],
      },
    ],
    exercise: 'cross-attention',
    anchor: 'why',
    teaches: ['roles-swapped', 'k-from-x'],
  },
  {
    id: 'cross-attention/formula',
    kind: 'formula',
    question:
      'Write cross-attention as a formula. What are queries, keys and values made of, what shape do the scores have, and what is the scale?',
    modelAnswer:
      '$\\mathrm{softmax}\\left(XW_Q (YW_K)^\\top / \\sqrt{d}\\right) YW_V$. $X$ has $n_x$ rows, $Y$ has $n_y$; the scores are $n_x \\times n_y$, one row per target token and one column per source token, the output $n_x \\times d_v$, and $d$ is the number of columns of $W_Q$.',
    keyPoints: [
      {
        id: 'projections',
        point: 'Queries are a projection of X; keys and values are projections of Y.',
        accepts: [
          'x wq',
          'xwq|xwk|ywk|ywv',
          '[16] query x|target|decoder k|kv|key|value y|source|encoder|memory',
          '[20+] query x|target|decoder k|kv|key|value y|source|encoder|memory',
        ],
        rejects: ['[6] query > encoder|source|y -decoder -target -x -key -kv -give -provide -supply'],
      },
      {
        id: 'scores-shape',
        point: 'The scores have a row per target token and a column per source token.',
        accepts: [
          '[16] row target|query|decoder column source|key|encoder',
          '[10] score|matrix target source',
          '[12] score n_x n_y',
          '[10] score rows|row n_x|n_q|target',
          '[8] score n_x n_y',
          '[16] score n_x|n_y|n_q|n_k rows|n_y|n_k',
          '[10] n_x n_y',
        ],
        rejects: ['[4] row > source|key|encoder', '[4] column > target|query|decoder'],
      },
      {
        id: 'scale-from-queries',
        point: 'The scores are divided by the root of the width of a projected query.',
        accepts: ['[12] scale|divide|over|sqrt|root width|dimension|sqrtd|dk query|projected|head', 'sqrtd|dk'],
      },
    ],
    followUps: [
      {
        question: 'May X and Y differ in width?',
        answer:
          'Yes. Only the projected queries and keys must have the same width; $W_K$ and $W_V$ have as many rows as $Y$ has columns.',
        followUps: [
          {
            question: 'And what does it cost?',
            answer:
              '$n_x \\cdot n_y$ scores, each a dot product of width d, and as many multiply-adds again for the values.',
          },
        ],
      },
    ],
    exercise: 'cross-attention',
    anchor: 'the-shapes',
    teaches: ['concat-xy', 'no-scale'],
  },
  {
    id: 'cross-attention/no-causal-mask',
    kind: 'why',
    question: 'Why is there no causal mask over the encoder’s positions, and what is masked there?',
    modelAnswer:
      'A causal mask hides what is not yet known. The whole source is known before the first target token is generated, so there is nothing to hide. Only its padding is masked. The causal mask belongs in the decoder’s self-attention.',
    keyPoints: [
      {
        id: 'source-known',
        point: 'The whole source is known before decoding starts.',
        accepts: [
          '[10] source|sentence|input|encoder known|whole|full|fully|complete|completely|there|available|before|all|start|front|upfront|read',
          'not: [8] source|sentence|input future|later|unknown',
        ],
        rejects: ['not: [5] source|sentence known|available -mask -target -hide'],
      },
      {
        id: 'padding-only',
        point: 'The padding of the source is still masked.',
        accepts: ['[10] padding|pad mask|masked|hide|still|source|position|token'],
        rejects: ['[4] not|nothing > even > padding|pad'],
      },
    ],
    followUps: [
      {
        question: 'What would a causal mask do there?',
        answer:
          'The first target token would see only the encoder’s first row. That row has read the whole source, but all that the decoder learns of it would have to pass through this one vector.',
        followUps: [
          {
            question: 'And with a longer target than source?',
            answer:
              'From target token n_y on, every token would see the whole source. The mask would hurt the first ones most.',
          },
        ],
      },
    ],
    exercise: 'cross-attention',
    anchor: 'no-causal-mask-over-the-source',
    teaches: ['causal'],
  },
  {
    id: 'cross-attention/cache',
    kind: 'number',
    question:
      'While the decoder generates, what happens to the sizes of its two caches, that of cross-attention and that of self-attention?',
    modelAnswer:
      'The cache of cross-attention does not grow. Keys and values of the source are computed once, after the encoder has run, and have $n_y$ rows at every step. The cache of the decoder’s self-attention grows by one row per token.',
    keyPoints: [
      {
        id: 'fixed',
        point: 'The cache of cross-attention has a fixed size, that of the source.',
        accepts: [
          '[12] fix|fixed|constant|same|not|never|length|size source|size|grow|cross',
          'not: [8] grow cross|cache|it',
          '[14] once|n_y every|step|all|same -self -self_attention',
        ],
        rejects: [
          '[6] self|self_attention > cache > fixed|constant|same -grow',
          '[8] self|self_attention > fixed|constant -grow',
        ],
      },
      {
        id: 'self-grows',
        point: 'The cache of the decoder’s self-attention grows by a row each step.',
        accepts: ['[14] self|decoder grow|row|each|one|append step|row|token'],
        rejects: ['[8] self|self_attention > fixed|constant -grow'],
      },
    ],
    followUps: [
      {
        question: 'Can the hypotheses of a beam search share the cache of cross-attention?',
        answer: 'Yes. They have the same source, so one copy is enough.',
        followUps: [
          {
            question: 'And their self-attention caches?',
            answer: 'Those differ from the first token at which the hypotheses differ.',
          },
        ],
      },
    ],
    exercise: 'cross-attention',
    anchor: 'computed-once-reused-at-every-step',
  },
  {
    id: 'cross-attention/q-k-v-equal',
    kind: 'trap',
    question:
      'A colleague says: “In self-attention Q, K and V are all x.” What would you correct, and what if Q really equaled K?',
    modelAnswer:
      'The input is the same; the three are different projections of it: $xW_Q$, $xW_K$, $xW_V$. With Q = K the score matrix would be symmetric, and every token would tend to attend to itself.',
    keyPoints: [
      {
        id: 'projections-differ',
        point: 'Queries, keys and values are different projections of the same input.',
        accepts: ['[12] different|own|three|3|distinct|separate projection|matrix|matrices|project'],
        rejects: ['[4] share|same > one|1|single|projection > projection|matrix -input -different -three'],
      },
      {
        id: 'symmetric',
        point: 'With queries equal to keys the scores would be symmetric.',
        accepts: ['symmetric|symmetry', '[12] score > equal|same|identical > score'],
        rejects: ['not: symmetric|symmetry'],
      },
    ],
    followUps: [
      {
        question: 'Why would a token then attend to itself?',
        answer: 'Among vectors of equal length, a vector’s largest dot product is the one with itself.',
        followUps: [
          {
            question: 'Is symmetry bad by itself?',
            answer:
              'It is a limit. A pronoun may need to score its noun high without the noun scoring the pronoun high. Symmetric scores can’t express that.',
          },
        ],
      },
    ],
    exercise: 'self-attention',
    anchor: 'common-mistakes-when-you-say-it',
    teaches: ['not-projected', 'shared-q-k'],
  },
  {
    id: 'cross-attention/three-kinds',
    kind: 'definition',
    question: 'Which three kinds of attention are in the original Transformer, and what mask has each?',
    modelAnswer:
      'Self-attention in the encoder: padding only. Self-attention in the decoder: causal, and padding. Cross-attention from decoder to encoder: the padding of the source only.',
    keyPoints: [
      {
        id: 'encoder-self',
        point: 'Self-attention in the encoder has no causal mask.',
        accepts: [
          '[12] encoder not|no|without|none|padding|both|all causal|mask|padding|everything|way',
          '[8] encoder padding_only|only_padding|padding|bidirectional -decoder -source',
          'any: [10] encoder no|not|without|none causal',
        ],
        rejects: ['[4] encoder > self > attention > causal -not -no', '[4] encoder > causal -not -no -decoder'],
      },
      {
        id: 'decoder-self',
        point: 'Self-attention in the decoder is causal.',
        accepts: ['[10] decoder causal|mask|later|future'],
        rejects: ['any: [6] decoder > self|attention > no > mask|causal -encoder -cross'],
      },
      {
        id: 'cross',
        point: 'Cross-attention masks the padding of the source only.',
        accepts: ['[12] cross|source padding|pad'],
      },
    ],
    followUps: [
      {
        question: 'Which of them does GPT have?',
        answer: 'Only the causal self-attention.',
        followUps: [
          {
            question: 'And BERT?',
            answer: 'Only the self-attention without a causal mask.',
          },
        ],
      },
    ],
    exercise: 'cross-attention',
    anchor: 'no-causal-mask-over-the-source',
  },
])
