import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'causal-mask/interview',
    kind: 'interview',
    question: 'What is masked attention, and where is it used?',
    modelAnswer:
      'In causal attention a token may not attend to later positions. You set their scores to minus infinity before the softmax, so their weights are exactly zero and the others sum to one. The mask lets us train on all positions of a sequence at once, in one parallel pass, because no position can see the token it has to predict. Decoders such as GPT and LLaMA, and the decoder of T5, use it. Encoders such as BERT do not: they look both ways and mask only the padding.',
    keyPoints: [
      {
        id: 'no-future',
        point: 'A position may not attend to later positions (j > i).',
        accepts: [
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
          '[8] only|just atmost !bert|encoder',
        ],
        rejects: [
          '[4] hide|block|forbid|hides > past|previous|earlier',
          '[7] hide|block|forbid|stop|mask > past|previous|earlier -future -later -next -except -not',
          'not: [4] @see > earlier|past|previous -later -future -after -next',
        ],
      },
      {
        id: 'minus-infinity-before-softmax',
        point: 'The masked scores are set to −∞ before the softmax.',
        accepts: [
          '-inf score|logit|softmax|mask|add|set|fill|put|replace|entries|energy|qk|future|later|those -after',
          '[12] large_negative|very_negative|huge_negative|big_negative|negative_number|1e9|minus_1e9|negative_infinite softmax|score|logit|add|set|mask',
          '[6] -inf j_larger_than',
          '[20+] -inf > softmax -after',
        ],
        rejects: ['[8] -inf > after > softmax -before'],
      },
      {
        id: 'zero-weight-rest-sums-to-one',
        point: 'The masked positions get weight exactly 0 and the remaining weights still sum to 1.',
        accepts: [
          'any: [20+] weight|probability|they|softmax|exp|attention|mask|masked 0|zero|nothing|vanish|no_weight|none rest|remain|other|others|visible|allowed|left|still|kept|row|past sum_1|sum|add_1|normalise|renormalise|100|total_1|up_1',
          '[12] weight|probability|exp|softmax|attention|mass exactly|exact|precisely|completely|true|hard 0|zero',
          '[8] exp -inf 0',
          '[18] alpha|exp 0|zero sum 1',
        ],
      },
      {
        id: 'parallel-training',
        point: 'It makes it possible to train on all positions of a sequence at once.',
        accepts: [
          '[14] train|learn|loss|predict|teacher|prediction parallel|once|simultaneous|simultaneously|same_time|single_pass|1_pass|1_forward|1_go|1_shot|1_run|whole_sequence|all_positions|every_position|single_forward|all_tokens|each_position|every_token|all_at|all_predictions|teacher_forcing|whole_sentence|1_step|all_next',
          'teacher_forcing|teacher_forced',
          '[24+] train|teacher parallel|once|simultaneous|simultaneously|same_time|single_pass|1_pass|all_positions|every_position',
          'any: [8] train > not > token_token|sequential|1_1|1_after|step_step',
          'any: [16] train > all|every > parallel|once|same_time',
        ],
        rejects: ['[6] need|require|take > pass|forward > per|each|every > position|token'],
      },
      {
        id: 'used-in-decoders',
        point: 'Decoders (GPT, LLaMA, the decoder of T5 or of the original Transformer) use it.',
        accepts: [
          'decoder|decoder_only|gpt|llama|autoregressive|t5_decoder|decoders ^attention|attend|token|gpt|llama|score|position|softmax|future|use|bert|encoder',
          '[6] language_model|causal_lm|generative_model|text_generation|generator|mistral use|need|have|mask|find|such|employ|like',
          '[4] decoder|gpt|llama > yes|do|use|need|have',
        ],
        rejects: [
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
        accepts: [
          'any: [2] bert|encoder > not|no|without|neither|never',
          'any: [3] not|no|never|without > bert|encoder',
          'not: bert|encoder',
          'not: [6] use|need|apply|mask|causal bert|encoder',
          '[10] bert|encoder both|bidirectional|bidirectionally|direction|left_and|everything|whole|all|two|full|fully|unmasked|entire|right|freely -decoder -gpt',
          'any: [20+] bert > no > mask',
          '[12] bert|encoder look|attend|see wherever|anywhere|everywhere',
          'any: [3] bert|encoder > none',
        ],
        rejects: [
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
          'Because the remaining weights would no longer sum to one, and the future would still have changed the normalizer.',
        whenMissing: 'minus-infinity-before-softmax',
        followUps: [
          {
            question: 'Could you repair that by renormalizing?',
            answer:
              'Yes, in exact arithmetic that gives the same result; but a large future score can make all the remaining weights underflow, so masking first is safer.',
          },
        ],
      },
      {
        question: 'What does the mask gain you in training?',
        answer: 'Every position predicts its next token in the same forward pass, and none can see its own answer.',
        whenMissing: 'parallel-training',
        followUps: [
          {
            question: 'And does the mask cost or save anything when generating with a cache?',
            answer: 'Nothing: the newest token may attend to every cached key, so its mask row is all true.',
          },
        ],
      },
      {
        question: 'What other mask do you know?',
        answer: 'The padding mask: it hides keys that are not real tokens, in encoders as well as in decoders.',
        followUps: [
          {
            question: 'What does a query return if every key is hidden?',
            answer:
              'It depends on the code. A plain softmax gives NaN, because all scores are minus infinity; this course asks for a row of zeros.',
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
    question:
      'Write attention with a causal mask as an additive term in the scores. Along which axis does the softmax run?',
    modelAnswer:
      '$w_{ij} = \\operatorname{softmax}_j(q_i \\cdot k_j / \\sqrt{d_k} + m_{ij})$, with $m_{ij} = 0$ for $j \\le i$ and $-\\infty$ for $j > i$. Output $i$ is $\\sum_j w_{ij} v_j$. Rows are queries and columns are keys; the softmax runs along the row, over the keys.',
    keyPoints: [
      {
        id: 'added-to-scores',
        point: 'The mask is added to the scaled scores, inside the softmax.',
        accepts: [
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
        accepts: ['[16] 0|zero -inf'],
        rejects: [
          '[4] -inf > j_atmost|below|past|earlier -0 -zero -unless -above',
          '[4] 0|zero > j_larger|j_greater|above|future|later --inf -below -unless',
        ],
      },
      {
        id: 'rows-are-queries',
        point: 'Rows are queries, columns are keys, the softmax goes along the row.',
        accepts: [
          '[8] softmax > row|rows|rowwise|over_key|along_key|over_j|along_j|each_query|per_query|last_axis',
          '[3] row > query',
          '[10] row sum_1',
        ],
        rejects: ['[2] row > key', '[8] softmax > column|columns|over_query|along_query'],
      },
    ],
    followUps: [
      {
        question: 'And for nQ queries that are the last of nK tokens?',
        answer: 'Query i is at position i + nK − nQ, so it sees the keys j ≤ i + nK − nQ: bottom-right alignment.',
        followUps: [
          {
            question: 'What is in the first row if there are more queries than keys?',
            answer:
              'Nothing: the first nQ − nK rows are fully masked. In this course attention returns zeros for them.',
          },
        ],
      },
    ],
    exercise: 'causal-mask-rect',
    anchor: 'why',
    teaches: ['inverted', 'prefix-mean'],
  },
  {
    id: 'causal-mask/before-softmax',
    kind: 'why',
    question: 'Why mask before the softmax and not after it? What if you renormalize afterwards?',
    modelAnswer:
      'After the softmax the future is already in the denominator. Zeroing its weights leaves a row that sums to less than 1, so early outputs are too small, and they still depend on the future. Dividing by the new sum repairs that on paper, but one hidden score far above the rest makes the remaining weights underflow, and 0/0 is NaN.',
    keyPoints: [
      {
        id: 'denominator',
        point: 'The future would take part in the denominator.',
        accepts: ['[10] future|later|hidden|masked denominator|normaliser|share|counted|count|sum'],
        rejects: ['[8] before > softmax > make|cause|give|lead -after -otherwise -else'],
      },
      {
        id: 'sum-below-one',
        point: 'The weights that are left would sum to less than 1.',
        accepts: ['[10] weight|rest|remain|left|row|sum|add less|below|not|smaller 1', 'not: [6] sum|add 1'],
        rejects: ['[8] before > softmax > make|cause|give|lead -after -otherwise -else'],
      },
      {
        id: 'underflow',
        point: 'Renormalizing is equal on paper, but can underflow to 0/0.',
        accepts: ['[20] underflow|0_over_0|nan'],
      },
    ],
    followUps: [
      {
        question: 'Which row is still right?',
        answer: 'The last one. It has no future, so nothing is missing from its sum.',
        followUps: [
          {
            question: 'And which row loses most?',
            answer: 'Typically row 0: it keeps only its own weight, so its output is that share of V[0].',
          },
        ],
      },
    ],
    exercise: 'causal-attention',
    anchor: 'why-before-the-softmax',
    teaches: ['after-softmax'],
  },
  {
    id: 'causal-mask/why-infinity',
    kind: 'why',
    question: 'Why minus infinity? Why not a score of 0, or of −10,000?',
    modelAnswer:
      'The softmax takes exp of every score. exp(0) is 1, so a score of 0 still gets weight. A large negative number works only while the visible scores are far above it: if they are around −20,000, the number −10,000 is the largest of the row. −∞ is below every finite score, and exp(−∞) is exactly 0.',
    keyPoints: [
      {
        id: 'exp-zero-is-one',
        point: 'exp(0) = 1: a score of 0 still gets weight.',
        accepts: ['[7] exp|e > 0 > 1', '[12] score|0 0 share|weight|still'],
        rejects: ['[6] exp|e > 0 > 0|zero -1 --inf', '[6] 0|zero > fine|safe|enough|work|works'],
      },
      {
        id: 'finite-can-be-larger',
        point: 'A finite number can be larger than the visible scores.',
        accepts: [
          '[14] finite|10000|large|negative|number above|larger|largest|below|exceed|exceeds|higher|highest',
          '[8] logit|score|visible|one > below|lower|low|smaller|less|exceed',
        ],
        rejects: ['[6] always > safe', '[6] finite > safe -most -lowest -smallest'],
      },
      {
        id: 'exactly-zero',
        point: 'exp(−∞) is exactly 0, whatever the other scores are.',
        accepts: [
          '[10] exp|e > infinity|-inf > 0|zero',
          '[10] infinity|-inf exactly|exact|always|precisely|really|truly 0|zero',
          '[8] weight exactly|exact|precisely 0|zero',
        ],
      },
    ],
    followUps: [
      {
        question: 'Is there a finite number that is safe after all?',
        answer:
          'The most negative one of the type, if it replaces the score instead of being added. A fully masked row then becomes the unweighted mean of all values. And combine masks as booleans: adding that number twice overflows to −∞.',
        followUps: [
          {
            question: 'And Number.MIN_VALUE in JavaScript?',
            answer: 'That is the smallest positive number, about 5e−324: in effect a score of 0.',
          },
        ],
      },
    ],
    exercise: 'causal-attention',
    anchor: 'why-minus-infinity',
    teaches: ['zero-score', 'small-finite'],
  },
  {
    id: 'causal-mask/visible-scores',
    kind: 'number',
    question: 'At n = 4,096 tokens, how many of the n² scores does a causal mask leave visible?',
    modelAnswer:
      'Row i sees i + 1 keys, so n(n + 1)/2 in all: 8,390,656 of 16,777,216, just over half. A kernel that skips the hidden half does about half the work; a mask laid over a full score matrix saves nothing.',
    keyPoints: [
      {
        id: 'n-n-plus-1-half',
        point: 'n(n + 1)/2 scores are visible.',
        accepts: [
          '[10] n2|n > plus > 1 > 2|half',
          '[10] n2 > 2|half > plus > n > 2|half',
          '[10] half n2 plus n',
          '8390656',
          '8.4_million|8.39_million|8.4_m|8.39_m',
        ],
      },
      {
        id: 'about-half',
        point: 'At 4,096 that is 8,390,656 of 16,777,216, about half.',
        accepts: ['8390656', 'half', '50_percent'],
      },
    ],
    followUps: [
      {
        question: 'So is causal attention cheaper than full attention?',
        answer:
          'Only in training and prefill, and only if the kernel skips blocks that are entirely in the future. Masking by itself saves nothing.',
        followUps: [
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
    question: 'With a KV cache, does generating one token need the causal mask? When is the mask needed?',
    modelAnswer:
      'Not with a cache and one new token: it is the only query, and all cached keys are its past, so nothing after it has to be hidden. As soon as several positions run at once the mask is needed: in training, in prefill, in each chunk of a chunked prefill, and when drafted tokens are verified. Without a cache the prefix runs again, and it needs the mask too.',
    keyPoints: [
      {
        id: 'nothing-to-hide',
        point: 'One new token with a cache has no future to hide.',
        accepts: [
          'not: [10] future|later|hide',
          'not: [8] 1|single|newest > token|query|time cache|stored|kvcache|hide|future',
          'any: [8] not|no > decode|generate > 1|single -without',
          '[8] nothing|none after|behind|hide|follow|future',
          '[8] only query newest|last|new|1',
          '[10] single|1|only|newest|last query|token see|attend|look all|every|whole',
        ],
        rejects: ['[8] cache > mask > need|require -not -no', '[8] new|newest > see > future'],
      },
      {
        id: 'training-and-prefill',
        point: 'The mask is needed as soon as several positions run at once: in training and in prefill.',
        accepts: [
          '[14] need|required|mask|use train|training|prefill|prompt',
          '[14] several|many|multiple position|token once|parallel need|mask|hide',
        ],
      },
      {
        id: 'prefix-runs-again',
        point: 'Without a cache the prefix runs again, and it needs the mask too.',
        accepts: [
          'any: [14] no_cache|without_cache|uncached need|yes|mask|again|rerun|hide',
          'any: [14] without > cache|stored > need|yes|mask|again|rerun|recompute|hide',
          '[12] rerun|recompute|reprocess|again prefix|sequence|text mask|need|hide',
        ],
      },
    ],
    followUps: [
      {
        question: 'Your kernel aligns its mask top-left, and you decode with a cache. What happens?',
        answer:
          'The single query counts as query 0 and sees only key 0. Decoding needs bottom-right alignment: the last query sees every key.',
        whenMissing: 'nothing-to-hide',
        followUps: [
          {
            question: 'How would you notice it?',
            answer: 'Compare one decoding step with the last row of the parallel form: they must be equal.',
          },
        ],
      },
      {
        question: 'Why must the prefix be masked when it runs again?',
        answer:
          'The model was trained with the mask. Without it the hidden states of earlier positions would depend on later tokens, and would not be those of training.',
        whenMissing: 'prefix-runs-again',
      },
    ],
    exercise: 'causal-mask-rect',
    teaches: ['top-left'],
  },
  {
    id: 'causal-mask/bert',
    kind: 'trap',
    question: 'BERT is trained as a masked language model. Is its attention masked, then? What does it hide?',
    modelAnswer:
      'Not causally. [MASK] replaces some input tokens, which the model has to guess from both sides: the mask is in the data. (Of the 15 percent of tokens that are chosen, 80 percent become [MASK], 10 percent a random token, and 10 percent stay.) BERT’s attention is bidirectional and hides only padding. A causal mask would take away the right-hand context that BERT is trained to use.',
    keyPoints: [
      {
        id: 'mask-is-a-token',
        point: '[MASK] replaces input tokens; it is not an attention mask.',
        accepts: [
          '[16] mask|masked replace|token|word|input attention|not|no',
          '[10] mask|masked replace|token|word|input',
        ],
        rejects: ['[8] replace > token > attention -not -no'],
      },
      {
        id: 'bidirectional',
        point: 'BERT’s attention looks both ways.',
        accepts: [
          'bidirectional|bidirectionally|bi_directional',
          '[8] both|all|two way|direction|side|end',
          '[6] left right',
          '[8] see|look|attend|attention whole|all|every|everything|full|entire -past -left',
          'not: causal',
        ],
        rejects: ['[6] only > left|past|previous|earlier'],
      },
      {
        id: 'only-padding',
        point: 'Its attention hides only padding.',
        accepts: ['padding|pad'],
        rejects: ['any: [4] padding|pad > not > hide|mask'],
      },
    ],
    followUps: [
      {
        question: 'Why can BERT not be trained to predict the next token as it is?',
        answer: 'Every position sees the whole input, so the next token can be copied.',
        followUps: [
          {
            question: 'And what would you change?',
            answer: 'Add the causal mask. Then it is a decoder, trained as GPT is.',
          },
        ],
      },
    ],
    anchor: 'where-its-used',
  },
  {
    id: 'causal-mask/padding',
    kind: 'definition',
    question: 'What is a padding mask, and what does it hide?',
    modelAnswer:
      'Sequences in a batch differ in length and are padded to the same length, on the left, on the right or in between. The padding mask hides the padding keys from every query: whole columns of the scores become −∞. It has one entry per key. Queries are not masked: the rows of padding queries are computed and ignored.',
    keyPoints: [
      {
        id: 'fills-batch',
        point: 'Padding makes the sequences of a batch equally long.',
        accepts: [
          '[12] padding|pad|padded|batch equal|same|equally|long length|long|seqlen',
          '[10] batch fill|filled|pad|length differ|up|padding|long',
          '[12] fill|pad|padding short|shorter sequence|length',
        ],
      },
      {
        id: 'hides-keys',
        point: 'It hides keys (columns), not queries.',
        accepts: [
          '[12] hide|mask|remove key|column',
          'not: [6] mask|hide query',
          'not: [8] query attend|see|look key|padding|pad',
          '[3] hide key',
          'any: [10] stop|prevent|keep|block > attend|look|see > padding|pad|key',
        ],
        rejects: ['[3] hide|mask|remove > query|queries|row|rows -key -every -each'],
      },
    ],
    followUps: [
      {
        question: 'Does true in a boolean mask mean “hide” or “keep”?',
        answer:
          'It depends on the library, even within one: in PyTorch’s `key_padding_mask` true means hidden, in its `scaled_dot_product_attention` true means visible. Read the contract.',
        whenMissing: 'hides-keys',
        followUps: [
          {
            question: 'How do you find out in a minute?',
            answer: 'Change a value that should be hidden and check whether an output changes.',
          },
        ],
      },
      {
        question: 'What does a query return if all its keys are padding?',
        answer:
          'It depends on the code. A plain softmax gives NaN, because all scores are −∞. This course asks for zeros, and so do recent versions of PyTorch’s `scaled_dot_product_attention`.',
      },
    ],
    exercise: 'padded-attention',
    anchor: 'padding-and-several-documents-in-one-sequence',
    teaches: ['right-padding', 'all-masked-nan'],
  },
  {
    id: 'causal-mask/packing',
    kind: 'definition',
    question:
      'Several short documents are packed into one training sequence. Which mask do they need, and what else has to change?',
    modelAnswer:
      'A block-diagonal causal mask: token i sees token j if j is not after i and both are in the same document. Each block is a lower triangle. Without it the documents read each other. Positions start again with each document, and the loss skips the target that crosses a boundary.',
    keyPoints: [
      {
        id: 'block-diagonal',
        point: 'Blocks along the diagonal, one per document.',
        accepts: [
          '[6] block diagonal|document',
          '[10] same|own|within|only|inside document',
          'not: [8] @see|cross|read other|document|boundary',
        ],
        rejects: ['[8] document > see|attend|look > before|previous|other'],
      },
      {
        id: 'causal-inside',
        point: 'Each block is a lower triangle.',
        accepts: ['[12] block|document|each|inside|within lower|triangle|causal|triangular'],
        rejects: ['[8] document > see|attend|look > before|previous|other'],
      },
      {
        id: 'positions-and-loss',
        point: 'Positions start again with each document, and the loss skips the target that crosses a boundary.',
        accepts: [
          '[12] position|positions|rope restart|start|again|reset|new|0|zero',
          '[14] loss|target|predict skip|ignore|mask|drop|boundary|cross|next_document',
          'any: [14] loss|target not|no|never|without boundary|document|across',
        ],
      },
    ],
    followUps: [
      {
        question: 'Why pack at all, if padding would do?',
        answer: 'Padding is computed and thrown away; a packed sequence holds real tokens only.',
        followUps: [
          {
            question: 'How do fast kernels mask packed documents?',
            answer:
              'Without an n × n matrix: they take the offset at which each document starts (`cu_seqlens`), and skip the blocks between documents.',
          },
        ],
      },
    ],
    exercise: 'packed-causal-mask',
    anchor: 'padding-and-several-documents-in-one-sequence',
    teaches: ['causal-only'],
  },
])
