import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'two-minute-answer/interview',
    kind: 'interview',
    question: 'You have two minutes: explain attention from scratch.',
    modelAnswer:
      'Each token makes a query, a key and a value. The score of i and j is the dot product of query and key over root d_k; softmax turns the scores into weights, and the output is the weighted sum of the values. The scaling keeps the softmax out of saturation, where gradients vanish. We run h heads in parallel, each in its own subspace, and concatenate them. The price is quadratic cost in the sequence length. FlashAttention avoids storing the n by n matrix, grouped-query attention shrinks the KV cache, and in decoders a causal mask lets all positions train in one pass without looking ahead.',
    keyPoints: [
      {
        id: 'softmax-weighted-sum',
        point: 'The output is a weighted sum of the values, with softmaxed query–key scores as weights.',
        accepts: [
          '@weighted @average @value',
          'softmax qk v|value|kv',
          '[18] softmax @average|weight @value',
          'sum|average|mix|blend alpha @value',
        ],
        rejects: ['[2] sum|average|mean|mix > keys'],
      },
      {
        id: 'scaling-against-saturation',
        point: 'Dividing by √d_k keeps the softmax out of saturation.',
        accepts: [
          'any: [18] sqrtd|scale|divide|dk|scaling|square_root|sqrt saturate|saturation|onehot|peaked|flat|extreme|sharp|spiky|vanish|saturating|winner|hard',
          'any: [12] sqrtd|root|divide|scale|dk > everything|all|whole|1 > 1|single > token|key|word|position',
        ],
        rejects: [
          '[6] divide|multiply|sqrtd|scale > make > sharp|peaked -less -otherwise -without',
          '[4] divide|sqrtd|scale|scaling > make > saturate|onehot -less -otherwise -without',
        ],
      },
      {
        id: 'heads-concatenated',
        point: 'Several heads work in parallel in subspaces and are concatenated.',
        accepts: [
          '[20+] head|multi_head|subspace|h concatenate|concatenation|glue|join',
          '[6] head wo',
          '[14] parallel|side|8|several|times > concatenate|glue|join|stack',
          '[30+] head stick|glue|put|paste|join|stitch|lay|place|line together|side|beside|next_each|end_end',
        ],
      },
      {
        id: 'quadratic-cost',
        point: 'The cost is quadratic in the sequence length.',
        accepts: [
          'n2d',
          '[9] quadratic|n2|quadratically|square cost|time|length|compute|sequence|complexity|price|token|n|expensive|scale|seqlen|context !flash|store|matrix|materialise|logit|hbm',
          'o_n2',
          '[4] quadratic|quadratically !flash|matrix',
          '[10] twice|double|2 length|long|n|text|token 4|quadruple|fourfold cost|time|work|expensive|much',
          'n2 !flash|store|matrix|materialise|logit|hbm|memory',
          '[6] cost|time|expensive|price|scale square|quadratic|n2 length|n|sequence|token -flash -store -matrix',
        ],
      },
      {
        id: 'flash-for-memory',
        point: 'FlashAttention saves the memory of the n×n matrix.',
        accepts: [
          'any: [14] flash memory|matrix|n2|o(n)|materialise',
          'any: [10] flash > without|no|not|never > store|keep|build|write',
          '[14+] flash > save|spare|avoid|reduce > memory|matrix|n2',
        ],
        rejects: [
          '[4] flash > store|keep > n2|matrix !out -not -no -never -without',
          '[8] flash > o(n)|linear > operation|flops|time|compute',
          '[4] flash > need|take|use > more > memory',
        ],
      },
      {
        id: 'causal-mask-for-generation',
        point: 'In a decoder a causal mask hides the future, for parallel training and for prefill.',
        accepts: [
          '[12] causal|mask|masked|masking|triangular future|later|generate|generation|peek|decode|decoding|ahead|autoregressive|next|j_larger_than|after|come !padding -padding',
          'not: [12] @see @later',
          '[9] @hide @later',
          '[8] -inf j_larger_than|future|later',
          'causal_mask',
        ],
        rejects: ['[4] hide|block|forbid|hides > past|previous|earlier'],
      },
    ],
    followUps: [
      {
        question: 'Where does the quadratic cost come from?',
        answer: 'Every query is compared with every key: n squared scores, each a dot product of width d.',
        whenMissing: 'quadratic-cost',
        followUps: [
          {
            question: 'Which part of that does FlashAttention remove?',
            answer: 'The memory: extra memory is linear in n. The arithmetic stays quadratic.',
          },
        ],
      },
      {
        question: 'What do you do about the cache when serving?',
        answer:
          'Share key/value heads among query heads, that is GQA, which shrinks the cache by h over g; quantize it; and keep it in pages.',
        followUps: [
          { question: 'By what factor for Llama-2-70B?', answer: 'Eight: 64 query heads share 8 key/value heads.' },
        ],
      },
      {
        question: 'Why is the scale the square root and not d_k?',
        answer:
          'The variance of the dot product is d_k, so its standard deviation is the square root; dividing by that gives variance one.',
        whenMissing: 'scaling-against-saturation',
        followUps: [
          {
            question: 'What if the vectors were normalized to length one?',
            answer:
              'Then scores are between minus one and one, too flat for a sharp softmax, so you multiply by a learned factor instead of dividing by √d. Models of today normalize with learned gains and keep the √d.',
          },
        ],
      },
    ],
  },
])
