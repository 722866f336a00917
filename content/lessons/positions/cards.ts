import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'positions/interview',
    kind: 'interview',
    question: 'Why does attention without a mask not know order, and how do you tell it where each token is?',
    modelAnswer:
      'Without a mask and without positions, attention is permutation-equivariant: if you permute the tokens, the outputs are permuted in the same way. So you have to provide positions. The original Transformer adds sinusoids to the embeddings; BERT and GPT-2 add a learned table, which ends where training ended. RoPE instead rotates pairs of entries of queries and keys, in every layer, by an angle that grows with the position; for given contents their dot product then depends only on the distance, not on the two positions. ALiBi subtracts a penalty that grows with the distance from the scores, and T5 adds a learned number for each bucket of distance.',
    keyPoints: [
      {
        id: 'permutation-equivariant',
        point: 'Without positions (and mask) attention is permutation-equivariant: it does not see order.',
        accepts: [
          '[6] permutation|permute equivariant|invariant|permute|output|alike',
          'not: [10] see|know|notice|aware|care|distinguish order|position|sequence',
          '[8] bag|set word|token',
          'any: [6] sum|average > set',
          'any: [6] invariant|equivariant order|permutation|position',
          '[12] swap|shuffle|reorder > output > swap|shuffle|reorder|same',
        ],
      },
      {
        id: 'added-embeddings',
        point: 'Absolute positions are added to the embeddings: sinusoids or a learned table.',
        accepts: [
          '[14] add|added|sum|plus embedding|input position|sinusoid|sinusoidal|sine|table|learned|absolute',
          '[12] sinusoid|sinusoidal|table|learned embedding|position',
          '[5] absolute > position > embedding|encoding|code|vector',
        ],
      },
      {
        id: 'rope-rotates',
        point: 'RoPE rotates pairs of entries of queries and keys by an angle proportional to the position.',
        accepts: [
          '[14] rope|rotary|rotate|rotation rotate|rotation|angle|turn query|key|q|k|kv|pair|position',
          '[6] rotary embedding|encoding|code query|key|q|k',
        ],
      },
      {
        id: 'relative-only',
        point: 'With RoPE the score depends, for given contents, only on the distance between the two tokens.',
        accepts: [
          '[14] score|dot|product|it depend|depends distance|relative|difference|offset',
          '[10] only relative|distance|offset|difference',
        ],
      },
      {
        id: 'bias-on-scores',
        point: 'ALiBi (and T5) put a bias that depends on distance on the scores.',
        accepts: [
          '[14] alibi|t5|bias bias|penalty|add|subtract|slope score|distance|linear',
          '[6] relative|learned|linear bias|penalty score|logit',
        ],
      },
    ],
    followUps: [
      {
        question: 'What exactly does RoPE rotate, and where?',
        answer: 'Queries and keys, not values, in every layer and head, after their projection.',
        whenMissing: 'rope-rotates',
        followUps: [
          {
            question: 'Why not the values?',
            answer:
              'Position should decide which tokens are attended to. Rotated values would put position-dependent content into the output, and nothing rotates it back.',
          },
        ],
      },
      {
        question: 'Why does the score depend on the distance only?',
        answer:
          'Rotating both vectors by the same angle keeps their dot product. Rotate both back by the angle of the key: only the difference of the positions is left, in the rotation of the query.',
        whenMissing: 'relative-only',
        followUps: [
          {
            question: 'And is the length of the vectors changed?',
            answer: 'No, a rotation keeps it.',
          },
        ],
      },
      {
        question: 'A decoder without any position code: is it blind to order?',
        answer:
          'No. The causal mask already breaks the symmetry: token i sees i + 1 tokens. Such decoders (NoPE) train; on small algorithmic tasks they handle longer inputs than in training as well as decoders with a position code, or better (Kazemnejad et al. 2023). Some models leave the code out in part of their layers.',
        whenMissing: 'permutation-equivariant',
        followUps: [
          {
            question: 'And an encoder without one?',
            answer: 'Yes: if you permute its inputs, the outputs are permuted in the same way.',
          },
        ],
      },
    ],
    exercise: 'rope',
    anchor: 'why',
  },
  {
    id: 'positions/rope-formula',
    kind: 'formula',
    question: 'Write the rotation of RoPE for one pair, with its angle.',
    modelAnswer:
      'Pair i turns by $\\theta = \\mathrm{pos} \\cdot \\mathrm{base}^{-2i/d}$: $(a, b) \\to (a\\cos\\theta - b\\sin\\theta,\\; a\\sin\\theta + b\\cos\\theta)$, for i from 0 to d/2 − 1.',
    keyPoints: [
      {
        id: 'angle',
        point: 'The angle is the position times base to the power of −2i/d.',
        accepts: [
          '[16] base power|2i|minus|m|d|position',
          '[12] position|m|angle times|base|frequency|theta',
          '[8] 10000 2i|2i/d',
          '[8] 10000 > 2 > d',
        ],
      },
      {
        id: 'rotation',
        point: 'The pair is rotated: a·cos − b·sin and a·sin + b·cos.',
        accepts: ['[12] cos sin', 'rotate|rotation'],
        rejects: ['[4] add > sin|cos|sine|cosine'],
      },
    ],
    followUps: [
      {
        question: 'Which pair turns fastest?',
        answer: 'Pair 0, by one radian per position. Each later pair turns more slowly.',
        followUps: [
          {
            question: 'And how slowly does the last one turn?',
            answer: 'By base^(−(d−2)/d): for d = 128 and base 10,000 about 0.000115 radians per position.',
          },
        ],
      },
    ],
    exercise: 'rope',
    anchor: 'rope-rotate-queries-and-keys',
    teaches: ['freq-i-over-d', 'degrees', 'plus-plus'],
  },
  {
    id: 'positions/why-many-frequencies',
    kind: 'why',
    question: 'Why does RoPE need many frequencies, and not one?',
    modelAnswer:
      'A single angle repeats after a full turn, so distant tokens would look like near ones. Fast pairs tell neighbors apart, slow pairs tell distant positions apart; together they do both, like the hands of a clock.',
    keyPoints: [
      {
        id: 'repeats',
        point: 'One frequency repeats after a full turn.',
        accepts: [
          'any: [12] repeat|period|periodic|ambiguous|wrap|wraparound|circle|alias|turn|again',
          '[12] position|token look|seem alike|same|identical apart|pi',
        ],
        rejects: ['[8] one|1|single > enough|suffice -not'],
      },
      {
        id: 'fast-and-slow',
        point: 'Fast pairs resolve near positions, slow pairs far ones.',
        accepts: [
          'any: [14] fast|high|quick slow|low|far|distant|near|frequency',
          '[12] fast|quick|high|slow|low resolve|resolution|distinguish|separate|precise|local|range short|nearby|long|away|fine|coarse',
        ],
        rejects: ['[5] fast > far|distant -near -slow -short', '[5] slow > near|close -far -fast -long'],
      },
    ],
    followUps: [
      {
        question: 'What does a larger base do?',
        answer:
          'It slows the slow pairs further, so that a longer context fits before they reach new angles: Llama 3 uses 500,000.',
        followUps: [
          {
            question: 'What else stretches the context?',
            answer:
              'Dividing the positions (interpolation), or YaRN, which interpolates only the slow pairs and multiplies the scores by a factor.',
          },
        ],
      },
    ],
    exercise: 'rope',
    anchor: 'reading-more-tokens-than-in-training',
    teaches: ['same-frequency'],
  },
  {
    id: 'positions/base-number',
    kind: 'number',
    question: 'What is the usual base of RoPE, and what does Llama 3 use?',
    modelAnswer: '10,000 in the paper and in the first Llama models; 500,000 in Llama 3, for longer contexts.',
    keyPoints: [
      {
        id: 'ten-thousand',
        point: '10,000 is the usual base.',
        accepts: ['10000 -llama', '10k -llama', 'any: [4] standard|usual|default|normal|original 10000 -llama'],
        rejects: [
          '[6] llama > 10000 -500000 -million -paper -usual -standard -default',
          '[4] 500000|500k > original|paper|usual|standard',
        ],
      },
      {
        id: 'half-a-million',
        point: 'Llama 3 uses 500,000.',
        accepts: ['[6] llama > 500000|500k|million', '[6] 500000|500k|million llama -usual -10000'],
        rejects: ['[4] 500000|500k > original|paper|usual|standard'],
      },
    ],
    followUps: [
      {
        question: 'How far do the learned tables of BERT and GPT-2 go?',
        answer: '512 positions in BERT and 1,024 in GPT-2; beyond that there is no entry.',
        followUps: [
          {
            question: 'Do sinusoids go further?',
            answer: 'They are defined everywhere, but the model has not seen them there.',
          },
        ],
      },
    ],
    exercise: 'rope',
    anchor: 'reading-more-tokens-than-in-training',
  },
  {
    id: 'positions/two-layouts',
    kind: 'trap',
    question: '“There is one RoPE.” Which pairs of entries do the two layouts rotate, and may you mix them?',
    modelAnswer:
      'There are two layouts. The paper and Meta’s code rotate neighbors (2i, 2i + 1); GPT-NeoX and Hugging Face rotate entries half a width apart (i, i + d/2). They are the same up to a permutation of columns, but a checkpoint of one gives wrong scores with the code of the other.',
    keyPoints: [
      {
        id: 'interleaved',
        point: 'Interleaved pairs: (2i, 2i + 1).',
        accepts: ['interleaved|interleave', '[8] 2i 2i 1', '[8] even odd', 'neighbour|neighbouring|adjacent'],
      },
      {
        id: 'half-split',
        point: 'Half-split pairs: (i, i + d/2).',
        accepts: ['half_split|half', '[6] plus d over|2|half'],
      },
      {
        id: 'not-mixed',
        point: 'The same up to a permutation of columns, but they must not be mixed.',
        accepts: [
          '[14] permutation|permute|reorder|equivalent',
          'not: mix',
          'any: [8] mix > garbage|wrong|break|nonsense',
        ],
        rejects: ['[6] mix > freely|free|fine|safe'],
      },
    ],
    followUps: [
      {
        question: 'How is a checkpoint converted from one to the other?',
        answer: 'By permuting the columns of the query and key projections within each head.',
        followUps: [
          {
            question: 'Does the value projection change?',
            answer: 'No, values are not rotated.',
          },
        ],
      },
    ],
    exercise: 'rope',
    anchor: 'two-layouts-one-idea',
    teaches: ['layouts-exchanged'],
  },
  {
    id: 'positions/not-added',
    kind: 'definition',
    question: 'Is RoPE added to the embedding? Say what it does, and in which layers.',
    modelAnswer:
      'No. It rotates queries and keys, in every layer, after their projection. Nothing is added to the embedding, and the values are not rotated.',
    keyPoints: [
      {
        id: 'multiplies',
        point: 'RoPE rotates queries and keys; it is not added.',
        accepts: ['[10] rotate|rotates|rotation|multiply query|key|q|k|kv'],
      },
      {
        id: 'every-layer',
        point: 'It is applied in every layer, not once at the input.',
        accepts: ['[6] every|each|all layer'],
      },
    ],
    followUps: [
      {
        question: 'Are keys cached before or after RoPE?',
        answer: 'Usually after: a key’s position never changes, so it is rotated once.',
        followUps: [
          {
            question: 'And in a streaming cache, which counts positions within the cache?',
            answer:
              'There keys are cached before the rotation and rotated at each step, by their position within the cache.',
          },
        ],
      },
    ],
    exercise: 'rope',
    anchor: 'why-queries-and-keys-and-not-values',
  },
])
