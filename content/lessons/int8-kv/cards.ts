import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'int8-kv/interview',
    kind: 'interview',
    question: 'How would you quantize the KV cache to int8, and what does it cost you?',
    modelAnswer:
      'Use symmetric int8. For each vector, that is per token and per head, take as scale the largest absolute value over 127. Divide by the scale and round to an integer between minus 127 and 127. The error is then at most half a scale per entry. You store one byte instead of two, so half the memory of fp16, plus the scales. One caution: keys have outlier channels, which blow up the scale of the whole vector, so KIVI quantizes keys per channel and values per token.',
    keyPoints: [
      {
        id: 'scale-max-over-127',
        point: 'The scale is max|x| / 127.',
        accepts: [
          '[10] absmax|max|maximum|largest|biggest|greatest|highest|amax|maximal 127 -error !error -times',
          '[10] absmax|max|maximum|largest|biggest map|scale 127',
          '[6] x infinity over 127',
        ],
      },
      {
        id: 'round-to-integer',
        point: 'Each entry is divided by the scale and rounded to an integer in [−127, 127].',
        accepts: [
          '[10] round|rounding|rint integer|nearest|whole|int|127|-127|clip|clamp|closest',
          '[10] divide|over > round',
          '[10] round > divide|over',
          'round_x',
          '[6] x over s nearest|round',
        ],
        rejects: ['255'],
      },
      {
        id: 'error-half-scale',
        point: 'The error is at most half a scale (scale/2) per entry.',
        accepts: [
          '[10] error|off|wrong|deviation|mistake|difference|distance|away|accuracy|inaccuracy|err|lose|rounding half|0.5 scale|step|grid|s|spacing|quantum|delta|bin|unit !memory|fp16|size -integer -nearest',
          '[5] half scale|quantisation_step|step|grid_step|s|delta|quantum !size',
          '[8] error|err s|scale|delta|step over > 2',
          '[5] atmost s|scale|delta over 2',
          'any: [12] off|error|wrong|away|mistake more|further|worse|exceed|larger|greater > half',
        ],
      },
      {
        id: 'half-of-fp16',
        point: 'It takes half the memory of fp16 (plus the scales).',
        accepts: [
          '[9] half|halve|halving|halves|50_percent memory|size|bytes|space|footprint|much|fp16|storage|cache|it|gib',
          'any: [8] 1_byte|8_bits|single_byte|one_byte 2|fp16|16|two',
          '[8] 2|twice|factor_2|2x smaller|less|saving|reduction|compression|save|small memory|cache|space|fp16|size',
          '[8] factor 2|two memory|space|fp16|saving|smaller',
          'any: [10] 2 > byte > only > 1',
          'any: [8] int8 fp16|16 half|memory|byte|size|instead|vs|versus',
        ],
        rejects: ['[8] twice|double > memory|size > fp16 -half -less -smaller'],
      },
      {
        id: 'scale-per-vector',
        point: 'There is one scale per vector (per token and head), not one for the whole cache.',
        accepts: [
          '[8] scale|own_scale|factor > per|each|every|own|individual|separate > vector|token|head|row|position -value',
          '[7] each|every|per > vector|token|head|row > own|scale',
          'not: [10] scale whole|global|entire|one|single|1 cache|tensor|matrix|everything|all',
          '[6] per_vector|per_token_head|per_token_per_head|per_row',
          '[18+] scale > each|every|own vector|token own|each|every|need',
          'not: [6] scale global|single|1|whole|entire',
          '[8] each|every|per|own token|vector|head|row separate|separately|individually ^scale|127|maximum|max',
          '[20] 127 > per|each|every > token|vector|head|row',
          '[10] token_token head_head|each|own ^scale|127',
        ],
      },
      {
        id: 'key-outlier-channels',
        point: 'Keys have outlier channels, so keys are better quantized per channel.',
        accepts: [
          '[12] @key|k @outlier channel|dimension|column|feature|component|coordinate|outlier',
          '[10] @key|k per_channel|channel_wise|channelwise|channel_channel|along_channel|each_channel|every_channel|by_channel|per_dimension !value',
          '[20+] key|k > outlier|outlier_channel',
          'any: [14] key|k > outlier',
        ],
        rejects: [
          'any: [3] key|k > no|not > outlier',
          '[4] value > outlier -key',
          '[5] channel > behave > same|alike',
          'any: [2] no > outlier !value ^key|k',
        ],
      },
    ],
    followUps: [
      {
        question: 'Why not one scale for the whole cache?',
        answer:
          'One large entry anywhere would set the step for everything, and small vectors would round to almost nothing.',
        whenMissing: 'scale-per-vector',
        followUps: [
          {
            question: 'How much do the extra scales cost, for heads of width 128?',
            answer: 'With a two-byte scale, 2 bytes on top of 128: about 1.6 percent.',
          },
        ],
      },
      {
        question: 'What is the largest error you can make on one entry?',
        answer: 'Half a step, so scale over two, as rounding goes to the nearest integer.',
        whenMissing: 'error-half-scale',
        followUps: [
          {
            question: 'And if you used floor instead of rounding?',
            answer: 'Up to a whole scale, and always in the same direction, so it adds up in the dot products.',
          },
        ],
      },
      {
        question: 'Are keys and values equally easy to quantize?',
        answer:
          'No. Keys have a few channels with large values, so per-channel scales suit them; values do well with per-token scales.',
        whenMissing: 'key-outlier-channels',
        followUps: [
          {
            question: 'Why are per-channel scales awkward for a growing cache?',
            answer:
              'A new token can exceed the range seen so far in a channel. In practice you quantize tokens in groups and keep the newest ones in full precision.',
          },
        ],
      },
    ],
    exercise: 'quantize-int8',
  },
  {
    id: 'int8-kv/formula',
    kind: 'formula',
    question: 'Write symmetric int8 quantization of a vector, there and back.',
    modelAnswer:
      '$s = \\max_i |x_i| / 127$, $q_i = \\mathrm{round}(x_i / s)$, and back $\\hat x_i = s \\cdot q_i$. For a vector of zeros the scale is 0: set $q = 0$ and do not divide.',
    keyPoints: [
      {
        id: 'scale',
        point: 'The scale is the largest absolute value divided by 127.',
        accepts: [
          '[10] absmax|max|largest|biggest 127',
          's max 127',
          '[8] s|scale max over 127',
          '[10] max x 127',
          '[8] max|max_i over|127 127|over',
        ],
      },
      {
        id: 'nearest',
        point: 'q is x divided by the scale, rounded to the nearest integer.',
        accepts: ['[10] round|nearest'],
        rejects: ['[4] round > down', '[5] q > times > scale -back'],
      },
      {
        id: 'back',
        point: 'Back: multiply q by the scale.',
        accepts: ['[8] back|multiply|times|dequantise scale|s|q', 'q s x', '[6] x q s'],
        rejects: ['[5] divide > q', '[5] q > x > times > scale'],
      },
    ],
    followUps: [
      {
        question: 'Why must the absolute value be there?',
        answer: 'The largest magnitude may be negative. With max(x) alone, −5 in (1, −5) would need q = −635.',
        whenMissing: 'scale',
        followUps: [
          {
            question: 'What would an Int8Array do with −635?',
            answer: 'Keep its low eight bits: −635 becomes −123. It wraps and says nothing.',
          },
        ],
      },
    ],
    exercise: 'quantize-int8',
  },
  {
    id: 'int8-kv/why-127',
    kind: 'why',
    question: 'Int8 reaches from −128 to 127. Why is the scale max|x| / 127, and −128 unused?',
    modelAnswer:
      'So that q and −q both exist. With 128 the largest positive entry would become 128, which int8 does not have: it wraps to −128 or is clipped. One of 256 codes is given up for a grid that is symmetric about zero and needs no zero point.',
    keyPoints: [
      {
        id: 'symmetric',
        point: 'With −127…127 every q has its −q.',
        accepts: ['symmetric|symmetry', '[10] every|each|value|q|both minus|negative|opposite'],
        rejects: ['any: [5] q > no > q|minus'],
      },
      {
        id: 'plus-128',
        point: 'With 128 the largest positive entry would be +128, which int8 cannot hold.',
        accepts: [
          '[14] 128 overflow|exceed|wrap|clip|saturate|outside|beyond',
          'any: [10] 128 not|cannot|no|never|without',
          'any: [10] not|cannot|no|never > 128',
        ],
        rejects: ['[6] 128 > hold|fit|fits|represent > int8 -not', '[4] int8 > hold|fit|fits|represent > 128 -not'],
      },
    ],
    followUps: [
      {
        question: 'When would you use a zero point?',
        answer:
          'When the values are not centered at zero, as after a ReLU: the range from min to max is then spread over all 256 codes, and an integer, the zero point, is the code of zero.',
        whenMissing: 'symmetric',
        followUps: [
          {
            question: 'What does the zero point cost in a dot product?',
            answer: 'An extra term for each side: the sums of the quantized entries times the zero points.',
          },
        ],
      },
    ],
    exercise: 'quantize-int8',
  },
  {
    id: 'int8-kv/saving-number',
    kind: 'number',
    question: 'By which factor does int8 shrink an fp16 cache with heads of width 128 and one fp16 scale per vector?',
    modelAnswer:
      'By 1.97. A vector took 256 bytes; it takes 128 for the numbers and 2 for the scale, 130 together, and 256 / 130 is about 1.97.',
    keyPoints: [
      { id: 'factor', point: 'About 1.97: 256 bytes become 130.', accepts: ['1.97|130'] },
      {
        id: 'scale-bytes',
        point: 'The scale’s two bytes keep it from being exactly 2.',
        accepts: ['[12] scale 2|byte|bytes|two|extra|quite|overhead'],
        rejects: ['[6] scale > cost > nothing', 'any: [6] scale > cost > nothing'],
      },
    ],
    followUps: [
      {
        question: 'And with heads of width 64?',
        answer: '128 bytes become 66, a factor of 1.94: the scale weighs twice as much.',
        whenMissing: 'scale-bytes',
        followUps: [
          {
            question: 'Which is finer, one scale per token or one per token and head?',
            answer: 'One a token and head: a loud head does not set the step for the quiet ones.',
          },
        ],
      },
    ],
    exercise: 'quantize-int8',
  },
  {
    id: 'int8-kv/speed-trap',
    kind: 'trap',
    question: '“An int8 cache makes the matrix multiplications faster.” Is that why it’s used?',
    modelAnswer:
      'Not in decoding. There a step reads the whole cache for a few multiply-adds on each number, so what counts is the bytes read, and those are halved. The query stays in floating point and the keys are scaled back on the way.',
    keyPoints: [
      {
        id: 'bytes-read',
        point: 'The gain in decoding is that half as many bytes are read.',
        accepts: [
          '[12] half|less|fewer byte|bytes|memory|traffic|read',
          '[20] byte|bytes read|count half|halve|halved',
        ],
      },
      {
        id: 'query-float',
        point: 'The query stays in floating point: it is not an int8 product.',
        accepts: [
          '[10] query|q float|floating|fp16|stay|point',
          'not: [8] quantise|int8 query|q',
          '[8] query stay|float|floating|point',
        ],
      },
    ],
    followUps: [
      {
        question: 'What else does a smaller cache buy?',
        answer: 'Room: twice the batch or twice the context on the same GPU.',
        whenMissing: 'bytes-read',
        followUps: [
          {
            question: 'What do servers use instead of int8?',
            answer: 'Often fp8: as small, and its exponent copes with outliers without a scale per vector.',
          },
        ],
      },
    ],
    exercise: 'attend-int8',
  },
  {
    id: 'int8-kv/error-bound',
    kind: 'definition',
    question: 'How large is the error of one entry, and what of the output of attention?',
    modelAnswer:
      'An entry is off by at most half a step, scale / 2. The error of a value is averaged into the output. The error of a key passes through a dot product and a softmax, so a small error in a score becomes a factor on a weight.',
    keyPoints: [
      {
        id: 'half-step',
        point: 'Each entry is off by at most scale / 2.',
        accepts: ['any: [10] half|over_2|0.5 scale|step|s', 'scale over 2'],
      },
      {
        id: 'through-softmax',
        point: 'Errors of keys go through the softmax; those of values are only averaged.',
        accepts: [
          '[20] softmax|exponent average|averaged|mean|weighted|value',
          '[20+] softmax|exponent > average|averaged|mean|weighted|value',
        ],
        rejects: ['[8] value > through > softmax -average', '[8] key > average -softmax -value'],
      },
    ],
    followUps: [
      {
        question: 'Why do outlier channels of keys hurt so much?',
        answer:
          'One large channel sets the scale of the whole vector, and the other channels are left with a few steps.',
        whenMissing: 'half-step',
        followUps: [
          {
            question: 'Before or after RoPE: where would you quantize keys per channel?',
            answer: 'Before. RoPE mixes the channels in pairs, so that an outlier spreads over two.',
          },
        ],
      },
    ],
    exercise: 'quantize-int8',
  },
])
