import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'causal-mask/interview',
    kind: 'interview',
    question: 'What is masked attention, and where is it used?',
    modelAnswer:
      'In masked, or causal, attention a token may not look at positions after its own. You set those scores to minus infinity before the softmax, so their weights come out as exactly zero and the others still sum to one. It lets us train on all positions of a sequence at once, in one parallel pass, as no position can peek at the token it has to predict. Decoders such as GPT and LLaMA, and the decoder of T5, use it. Encoders such as BERT do not: they look both ways and mask only the padding.',
    keyPoints: [
      {
        id: 'no-future',
        point: 'A position may not attend to later positions (j > i).',
        says: [
          'not: @see @later',
          '[9] @hide @later -pass !pass|after_mask|after_masking',
          '[9] only|just @see|context|consider|depends @earlier',
          'lower_triangular|lower_triangle|triangular|upper_triangle|upper_triangular|lower_triangle_matrix',
          'any: j_larger_than|j_atmost|j_lessthan|j_less_than',
          'not: [4] peek|cheat|peep',
          'not: [8] @see ^later|next|future|subsequent|comes|ahead > it|answer|solution',
          '[10] only|just tokens|positions|words @earlier !bert|encoder',
          '[8] @see|atmost|depend past|left|previous|earlier|before|preceding|backward only|alone|itself',
          'left_to_right|unidirectional|look_backward',
          'any: [5] nothing|none > @later',
        ],
        denies: [
          '[4] hide|block|forbid|hides > past|previous|earlier',
          '[7] hide|block|forbid|stop|mask > past|previous|earlier -future -later -next -except -not',
          'not: [4] @see > earlier|past|previous -later -future -after -next',
        ],
      },
      {
        id: 'minus-infinity-before-softmax',
        point: 'The masked scores are set to −∞ before the softmax.',
        says: [
          '-inf score|logit|softmax|mask|add|set|fill|put|replace|entries|energy|qk|future|later|those -after',
          '[12] large_negative|very_negative|huge_negative|big_negative|negative_number|1e9|minus_1e9|negative_infinite softmax|score|logit|add|set|mask',
          '[6] -inf j_larger_than',
          '[20+] -inf > softmax -after',
        ],
        denies: ['[8] -inf > after > softmax -before'],
      },
      {
        id: 'zero-weight-rest-sums-to-one',
        point: 'The masked positions get weight exactly 0 and the remaining weights still sum to 1.',
        says: [
          'any: [20+] weight|probability|they|softmax|exp|attention|mask|masked 0|zero|nothing|vanish|no_weight|none rest|remain|other|others|visible|allowed|left|still|kept|row|past sum_1|sum|add_1|normalise|renormalise|100|total_1|up_1',
          '[12] weight|probability|exp|softmax|attention|mass exactly|exact|precisely|completely|true|hard 0|zero',
          '[8] exp -inf 0',
          '[18] alpha|exp 0|zero sum 1',
        ],
      },
      {
        id: 'parallel-training',
        point: 'It makes it possible to train on all positions of a sequence at once.',
        says: [
          '[14] train|learn|loss|predict|teacher|prediction parallel|once|simultaneous|simultaneously|same_time|single_pass|1_pass|1_forward|1_go|1_shot|1_run|whole_sequence|all_positions|every_position|single_forward|all_tokens|each_position|every_token|all_at|all_predictions|teacher_forcing|whole_sentence|1_step|all_next',
          'teacher_forcing|teacher_forced',
          '[24+] train|teacher parallel|once|simultaneous|simultaneously|same_time|single_pass|1_pass|all_positions|every_position',
          'any: [8] train > not > token_token|sequential|1_1|1_after|step_step',
          'any: [16] train > all|every > parallel|once|same_time',
        ],
        denies: ['[6] need|require|take > pass|forward > per|each|every > position|token'],
      },
      {
        id: 'used-in-decoders',
        point: 'Decoders (GPT, LLaMA, the decoder of T5 or of the original Transformer) use it.',
        says: [
          'decoder|decoder_only|gpt|llama|autoregressive|t5_decoder|decoders ^attention|attend|token|gpt|llama|score|position|softmax|future|use|bert|encoder',
          '[6] language_model|causal_lm|generative_model|text_generation|generator|mistral use|need|have|mask|find|such|employ|like',
          '[4] decoder|gpt|llama > yes|do|use|need|have',
        ],
        denies: [
          'any: [3] gpt|decoder|llama > not > use|need|apply',
          '[6] mask|hide > random|15',
          '[5] decoder|gpt|llama > see|attend|look > everything|all|both|whole !earlier|previous|past|before -encoder',
          'any: [3] decoder|gpt|llama > none|without',
          'any: [3] decoder|gpt|llama > not > mask|causal !unlike',
        ],
      },
      {
        id: 'not-in-encoders',
        point: 'Encoders such as BERT do not use it.',
        says: [
          'any: [2] bert|encoder > not|no|without|neither|never',
          'any: [3] not|no|never|without > bert|encoder',
          'not: bert|encoder',
          'not: [6] use|need|apply|mask|causal bert|encoder',
          '[10] bert|encoder both|bidirectional|bidirectionally|direction|left_and|everything|whole|all|two|full|fully|unmasked|entire|right|freely -decoder -gpt',
          'any: [20+] bert > no > mask',
          '[12] bert|encoder look|attend|see wherever|anywhere|everywhere',
          'any: [3] bert|encoder > none',
        ],
        denies: [
          '[5] use|apply|need > bert|encoder -not -decoder -gpt -no',
          '[4] bert|encoder > use|need|have|apply > mask|causal|triangular -not -no -padding -never',
          '[3] bert|encoder > need|use > most|especially|too|also|always',
        ],
      },
    ],
    followUps: [
      {
        question: 'Why not simply set the weights to zero after the softmax?',
        answer:
          'Because the remaining weights would no longer sum to one, and the future would still have changed the normaliser.',
        asksFor: 'minus-infinity-before-softmax',
        then: [
          {
            question: 'Could you repair that by renormalising?',
            answer:
              'Yes, in exact arithmetic that gives the same result; but a large future score can make all the kept weights underflow, so masking first is safer.',
          },
        ],
      },
      {
        question: 'What does the mask buy you in training?',
        answer: 'Every position predicts its next token in the same forward pass, and none can see its own answer.',
        asksFor: 'parallel-training',
        then: [
          {
            question: 'And does the mask cost or save anything when generating with a cache?',
            answer: 'Nothing: the newest token may see every cached key, so the mask is trivially all true.',
          },
        ],
      },
      {
        question: 'What other mask do you know?',
        answer: 'The padding mask: it hides keys that are not real tokens, in encoders as well as in decoders.',
        then: [
          {
            question: 'What should a query row return that may attend to nothing at all?',
            answer: 'By convention a row of zeros; a naive softmax would give NaN, as all scores are minus infinity.',
          },
        ],
      },
    ],
    exercise: 'causal-attention',
    teaches: ['no-mask'],
  },
  {
    id: 'causal-mask/formula',
    kind: 'formula',
    question: 'Write down attention with a causal mask, as an additive term in the scores.',
    modelAnswer:
      '$w_{ij} = \\operatorname{softmax}_j(q_i \\cdot k_j / \\sqrt{d_k} + m_{ij})$, with $m_{ij} = 0$ for $j \\le i$ and $-\\infty$ for $j > i$. Output $i$ is $\\sum_j w_{ij} v_j$. The softmax runs along the row, over the keys.',
    keyPoints: [
      {
        id: 'added-to-scores',
        point: 'The mask is added to the scaled scores, inside the softmax.',
        says: [
          '[12] add|plus|addition mask|m score|softmax|logit|sqrtd|qk',
          'softmax qk sqrtd plus m',
          '[10] m|mask inside softmax',
          '[12] softmax qk|q|score plus m|mask|m_ij',
          '[16] softmax qk|q|score > plus > m|mask|m_ij',
          '[12] qk|sqrtd plus m|mask|m_ij',
        ],
      },
      {
        id: 'zero-or-minus-infinity',
        point: 'It is 0 where $j \\le i$ and $-\\infty$ where $j > i$.',
        says: ['[16] 0|zero -inf'],
      },
      {
        id: 'rows-are-queries',
        point: 'Rows are queries, columns are keys, the softmax goes along the row.',
        says: ['[10] row key|query|each softmax|along|over', '[10] row query'],
      },
    ],
    followUps: [
      {
        question: 'And for nQ queries that are the last of nK tokens?',
        answer: 'Query i stands at position i + nK − nQ, so it sees keys j ≤ i + nK − nQ: bottom-right alignment.',
        then: [
          {
            question: 'What is in the first row if there are more queries than keys?',
            answer: 'Nothing: the first nQ − nK rows are all false, and attention gives zeros for them.',
          },
        ],
      },
    ],
    exercise: 'causal-mask-rect',
    anchor: 'why-it-is-true',
    teaches: ['inverted', 'prefix-mean'],
  },
  {
    id: 'causal-mask/before-softmax',
    kind: 'why',
    question: 'Why mask before the softmax and not after it?',
    modelAnswer:
      'After the softmax the future has had its share of the denominator. Zeroing its weights then leaves a row that sums to less than 1, so early outputs come out too small, and what is left still depends on the future. Dividing by the new sum repairs that on paper, but a hidden score far above the rest makes the kept weights underflow, and 0/0 is NaN.',
    keyPoints: [
      {
        id: 'denominator',
        point: 'The future would take part in the denominator.',
        says: ['[10] future|later|hidden|masked denominator|normaliser|share|counted|count|sum'],
      },
      {
        id: 'sum-below-one',
        point: 'The weights that are left would sum to less than 1.',
        says: ['[10] weight|rest|remain|left|row|sum|add less|below|not|smaller 1', 'not: [6] sum|add 1'],
      },
      {
        id: 'underflow',
        point: 'Renormalising is equal on paper, but can underflow to 0/0.',
        says: ['[20] underflow|0_over_0|nan'],
      },
    ],
    followUps: [
      {
        question: 'Which row comes out right even so?',
        answer: 'The last one. It has no future, so nothing was taken from its sum.',
        then: [
          {
            question: 'And which one is hurt most?',
            answer: 'Typically row 0: of its weights only its own is kept, so its output is that share of V[0].',
          },
        ],
      },
    ],
    exercise: 'causal-attention',
    anchor: 'after-softmax',
    teaches: ['after-softmax'],
  },
  {
    id: 'causal-mask/why-infinity',
    kind: 'why',
    question: 'Why minus infinity? Would a score of 0, or of −10,000, not do?',
    modelAnswer:
      'The softmax takes exp of every score. exp(0) is 1, so a score of 0 keeps a share. A large negative number works only while the visible scores are far above it: at −20,000 the number −10,000 is the largest of the row. −∞ is below every finite score, and exp(−∞) is exactly 0.',
    keyPoints: [
      {
        id: 'exp-zero-is-one',
        point: 'exp(0) = 1: a score of 0 still gets weight.',
        says: ['[8] exp 0 1', '[12] score|0 0 share|weight|still|1', '[8] e 0 1'],
      },
      {
        id: 'finite-can-be-larger',
        point: 'A finite number can lie above the visible scores.',
        says: ['[14] finite|10000|-10000|large|negative|number above|larger|largest|below|safe|far'],
      },
      {
        id: 'exactly-zero',
        point: 'exp(−∞) is exactly 0, whatever the other scores are.',
        says: ['[10] exp|infinity|-inf exactly|exact|always 0|zero'],
      },
    ],
    followUps: [
      {
        question: 'Is there a finite number that is safe after all?',
        answer:
          'The most negative one of the type, put in place of the score and not added. A row with nothing to see then gives the plain mean of the values in place of zeros.',
        then: [
          {
            question: 'And Number.MIN_VALUE in JavaScript?',
            answer: 'That is the smallest positive number, about 5e−324: in effect a score of 0.',
          },
        ],
      },
    ],
    exercise: 'causal-attention',
    anchor: 'zero-score',
    teaches: ['zero-score', 'small-finite'],
  },
  {
    id: 'causal-mask/visible-scores',
    kind: 'number',
    question: 'At n = 4,096 tokens, how many of the n² scores does a causal mask leave visible?',
    modelAnswer:
      'Row i sees i + 1 keys, so n(n + 1)/2 in all: 8,390,656 of 16,777,216, one half and a little. A kernel that skips the hidden half does about half the work; a mask laid over a full score matrix saves nothing.',
    keyPoints: [
      { id: 'n-n-plus-1-half', point: 'n(n + 1)/2 scores are visible.', says: ['[10] n n plus 1 2|half', '8390656'] },
      {
        id: 'about-half',
        point: 'At 4,096 that is 8,390,656 of 16,777,216, about half.',
        says: ['8390656', '[6] about|half half|all|scores'],
      },
    ],
    followUps: [
      {
        question: 'So is causal attention cheaper than full attention?',
        answer: 'Only where the kernel skips blocks that lie wholly in the future. Masking by itself saves nothing.',
        then: [
          {
            question: 'Does that change the order of growth?',
            answer: 'No. Half of n² is still quadratic in n.',
          },
        ],
      },
    ],
    exercise: 'causal-mask',
  },
  {
    id: 'causal-mask/generation',
    kind: 'trap',
    question: 'Does generating text, one token at a time, need the causal mask?',
    modelAnswer:
      'No. With a cache the newest token is the only query, and nothing stands after it: its mask row is all true. The mask is needed where many positions run at once, in training and when the prompt is read. It is what makes generation match training: the model learned to predict from the past alone.',
    keyPoints: [
      {
        id: 'nothing-to-hide',
        point: 'One token at a time has no future to hide.',
        says: [
          'not: [10] future|later|hide',
          '[8] nothing|none after|behind|hide|follow|future',
          '[8] only query newest|last|new',
        ],
      },
      {
        id: 'training-and-prefill',
        point: 'The mask is needed in training and prefill.',
        says: ['[14] need|required|mask|use train|training|prefill|prompt'],
      },
      {
        id: 'generation-matches',
        point: 'Generation then matches what was trained.',
        says: ['[10] match|same|agree|equal|consistent train|trained|training generation|generate|then|same'],
      },
    ],
    followUps: [
      {
        question: 'Your kernel aligns its mask top-left, and you decode with a cache. What happens?',
        answer:
          'The one query counts as query 0 and sees key 0 only. Decoding needs bottom-right: the last query sees every key.',
        asksFor: 'nothing-to-hide',
        then: [
          {
            question: 'How would you notice it?',
            answer: 'Compare one decoding step with the last row of the parallel form: they must be equal.',
          },
        ],
      },
    ],
    exercise: 'causal-mask-rect',
    teaches: ['top-left'],
  },
  {
    id: 'causal-mask/bert',
    kind: 'trap',
    question: 'BERT is trained as a masked language model. So its attention is masked?',
    modelAnswer:
      'Not causally. [MASK] replaces some input tokens, which the model has to guess from both sides: the mask is in the data. Its attention sees the whole sentence and hides only padding. A causal mask would take away the right-hand context that BERT is trained to use.',
    keyPoints: [
      {
        id: 'mask-is-a-token',
        point: '[MASK] replaces input tokens; it is no attention mask.',
        says: [
          '[16] mask|masked replace|token|word|input attention|not|no',
          '[10] mask|masked replace|token|word|input',
        ],
      },
      {
        id: 'bidirectional',
        point: 'BERT’s attention looks both ways.',
        says: ['[8] both|bidirectional|left|all way|direction|side|right|bidirectional'],
      },
      { id: 'only-padding', point: 'It hides only padding.', says: ['padding|pad'] },
    ],
    followUps: [
      {
        question: 'Why can BERT not be trained to predict the next token as it stands?',
        answer: 'Every position sees the whole input, so the next token is there to be copied.',
        then: [
          {
            question: 'And what would you change?',
            answer: 'Add the causal mask. Then it is a decoder, trained as GPT is.',
          },
        ],
      },
    ],
    anchor: 'no-mask',
  },
  {
    id: 'causal-mask/padding',
    kind: 'definition',
    question: 'What is a padding mask, and what does it hide?',
    modelAnswer:
      'Sequences in a batch differ in length and are filled up with padding, on the left, on the right or between. The padding mask hides those keys from every query: whole columns of the scores become −∞. It has one entry a key. Queries are not masked: the rows of padding queries are computed and ignored. A row with no real key gives zeros.',
    keyPoints: [
      {
        id: 'fills-batch',
        point: 'Padding makes the sequences of a batch equally long.',
        says: [
          '[12] padding|pad|padded|batch equal|same|equally|long length|long|seqlen',
          '[10] batch fill|filled|pad|length differ|up|padding|long',
        ],
      },
      {
        id: 'hides-keys',
        point: 'It hides keys (columns), not queries.',
        says: ['[12] hide|mask|remove key|column', 'not: [6] mask|hide query', '[3] hide key'],
      },
      {
        id: 'both-sides',
        point: 'Padding may stand on the left, on the right or between.',
        says: ['[12] left right', 'between|anywhere', '[8] left|beginning|front right|end|middle'],
      },
      {
        id: 'empty-row-zeros',
        point: 'A query that may attend to nothing gives zeros.',
        says: [
          '[14] attend|row|query|nothing|key 0|zero|zeros',
          '[10] row no|empty|nothing|without key|real|see 0|zero|zeros',
          'any: [12] row|query no|nothing|none|without 0|zero|zeros',
        ],
      },
    ],
    followUps: [
      {
        question: 'Does true in a boolean mask mean “hide” or “keep”?',
        answer:
          'It depends on the library, even within one: in PyTorch `key_padding_mask` has true for hidden, `scaled_dot_product_attention` true for visible. Read the contract.',
        asksFor: 'hides-keys',
        then: [
          {
            question: 'How do you find out in a minute?',
            answer: 'Change a value that should be hidden and see whether an output moves.',
          },
        ],
      },
    ],
    exercise: 'padded-attention',
    anchor: 'right-padding',
    teaches: ['right-padding', 'all-masked-nan'],
  },
  {
    id: 'causal-mask/packing',
    kind: 'definition',
    question: 'Several short documents are packed into one training sequence. Which mask do they need?',
    modelAnswer:
      'A block-diagonal causal mask: token i sees token j if j is not after i and both lie in the same document. A new document starts at every change of id, so two stretches with one id that stand apart stay apart. Without it the documents read each other.',
    keyPoints: [
      {
        id: 'block-diagonal',
        point: 'Blocks along the diagonal, one a document.',
        says: ['[12] block diagonal|document'],
      },
      {
        id: 'causal-inside',
        point: 'Each block is a lower triangle.',
        says: ['[12] block|document|each|inside lower|triangle|causal|triangular'],
      },
      {
        id: 'change-of-id',
        point: 'A new document starts at every change of id.',
        says: ['[14] id|document change|differ|new|same|equal|start'],
      },
    ],
    followUps: [
      {
        question: 'Why pack at all, if padding would do?',
        answer: 'Padding is computed and thrown away. Packed sequences are all tokens.',
        then: [
          {
            question: 'What else has to start anew at a boundary?',
            answer: 'Positions, where the model counts them from the start of the document.',
          },
        ],
      },
    ],
    exercise: 'packed-causal-mask',
    anchor: 'causal-only',
    teaches: ['causal-only'],
  },
])
