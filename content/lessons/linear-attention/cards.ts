import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'linear-attention/interview',
    kind: 'interview',
    question: 'Can you get rid of the softmax? What is linear attention?',
    modelAnswer:
      'You replace the exponential of the softmax by a feature map phi, applied to queries and keys, for instance elu plus one. Then the product re-associates: first phi of K transpose times V, a d by d matrix, and only then phi of Q. The cost is linear in the length, O of n d squared. The causal form keeps a running d by d state, so it is really an RNN. But it is not softmax attention exactly: it is another kernel, and such models are weaker at recalling details from the context.',
    keyPoints: [
      {
        id: 'feature-map',
        point: 'The softmax is replaced by a feature map φ applied to queries and keys (such as elu(x)+1).',
        accepts: [
          '[10] phi query|key|q|k|kv|softmax|elu|replace|exp|exponential|map|positive|function',
          'feature_map|elu|feature_function|kernel_trick|random_feature',
          '[10] replace|swap|instead|exchange|substitute|drop|remove|without softmax|exponential|exp kernel|function|feature|map',
          'any: [10] phi instead|replace|place|query|key|function',
        ],
        rejects: ['[3] phi > v|value -k -q -kv -key', '[6] feature_map|phi > apply > value -key -query'],
      },
      {
        id: 'reassociate',
        point: 'By associativity φ(K)ᵀV is computed first, before multiplying by φ(Q).',
        accepts: [
          'associativity|associatively|reassociate|re_associate|reassociation|associate',
          'associative !recall|memory',
          '[10] bracket|parenthesis|parentheses|order|regroup|group|brackets multiply|product|change|move|shift|kv|first|different|differently|k|matrix|swap|like|set',
          '[10] first|before|start|beforehand|begin @key @value|transpose|product|multiply',
          '[8] phi_k_transpose_v|phi_kv|phi_k_v|k_transpose_v',
          '[8] k_transpose_v|k_transposed_v|kt_v first|before|d2|once',
        ],
      },
      {
        id: 'linear-in-n',
        point: 'The cost grows linearly with the sequence length.',
        accepts: [
          'o(n)|nd2|nd',
          '[9] linear|linearly|proportional|proportionally cost|time|complexity|length|n|sequence|scale|grow|token|text|memory|seqlen',
          'not: quadratic',
          '[8] twice|double > length|long|text|n|token > twice|double > time|work|cost|compute',
        ],
        rejects: ['[5] linear > d|width|dimension > quadratic', '[8] cost|time > remain|stay|still > quadratic'],
      },
      {
        id: 'running-state-rnn',
        point: 'The causal form keeps a running state of fixed (d×d) size, like an RNN.',
        accepts: [
          'rnn|recurrent|recurrence|lstm',
          '[10] state|memory|summary|running|recurrent fix|constant|running|d2|size|keep|update|carry|accumulate|hidden|same|bounded|add',
          '[8] s > s > plus > phi|k|v',
          '[10] matrix update|accumulate|running|hidden state|token|step',
        ],
        rejects: [
          '[4] state|memory > grow -not -no',
          '[4] state > grow -not -no -never',
          '[5] state > become > long|big|large -not -no -never',
        ],
      },
      {
        id: 'not-exact-softmax',
        point: 'It does not compute softmax attention exactly; it is another kernel.',
        accepts: [
          'not: [8] exact|exactly|same|equal|identical|equivalent|reproduce|true|real !recall',
          'not: [6] softmax_attention !instead',
          '[8] other|another|different|changed kernel|function|attention|similarity|model|weights|operation|mechanism|thing',
          '[8] approximate|approximation|only_approximates softmax|attention|it',
          '[6] another|other|different > result|output|answer softmax',
        ],
      },
      {
        id: 'weaker-recall',
        point: 'Such models are weaker at recall.',
        accepts: [
          '[10] @weak @recall',
          'not: [9] recall|remember|retrieve|copy|recover|pick|look !exact_copy',
          '[12] forget|blur|smear|lossy|lose|compress|overwrite detail|token|context|information|old|past|early|specific|fact|exact',
          '[6] expense|price|sacrifice|cost recall|retrieval',
        ],
      },
    ],
    followUps: [
      {
        question: 'Linear in n: and what about d?',
        answer: 'O(n·d²) per head, as the state φ(K)ᵀV is a d by d matrix. O(n·d) is often said and slightly wrong.',
        whenMissing: 'linear-in-n',
        followUps: [
          {
            question: 'So when is it slower than ordinary attention?',
            answer: 'When n is smaller than d: then n d squared is more than n squared d.',
          },
        ],
      },
      {
        question: 'Why must the feature map be positive?',
        answer:
          'The weights and their sum, the normalizer, must be positive; otherwise the division can blow up or change sign. That is why it is elu plus one, not elu.',
        whenMissing: 'feature-map',
        followUps: [
          {
            question: 'How do you keep the normalizer in the causal form?',
            answer: 'In addition to the d by d state, keep a running sum of φ(k), and divide by φ(q) times that sum.',
          },
        ],
      },
      {
        question: 'What do you lose?',
        answer:
          'Recall: all the past has to fit into a fixed d by d state, so exact details from far back are blurred.',
        whenMissing: 'weaker-recall',
        followUps: [
          {
            question: 'What task would show that?',
            answer:
              'Associative recall: many key and value pairs in the context, then asking for one of them; it fails once there are more pairs than the state can hold.',
          },
        ],
      },
    ],
  },
])
