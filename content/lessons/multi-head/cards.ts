import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'multi-head/interview',
    kind: 'interview',
    question: 'Why does the Transformer use many heads instead of one?',
    modelAnswer:
      'One head gives each query a single set of weights, so whatever a token needs from several places comes out as one average. With h heads, each works in its own subspace of width $d_{\\text{model}}$ over h, and different heads can look at different places at the same time. Their outputs are concatenated, which gives the full width again, and mixed by a learned output projection, $W_O$. Because every head is narrower, the parameters and the multiply-adds are the same as for one wide head. Only the number of scores grows, by a factor of h.',
    keyPoints: [
      {
        id: 'subspace-width',
        point: 'Each of the h heads works in its own subspace of width $d_{\\text{model}}/h$.',
        accepts: [
          'subspace',
          'd/h',
          '[8] head dk|width|dimension|wide|size|slice|small smaller|divide|h_th|narrow|split|d/h|fraction|64|own|part|over',
          '[10] 512 8 64',
          '[8] split|divide|cut|slice dimension|width|dmodel|channels|feature|embedding|model h|head|8|pieces|part|among',
          '[6] head own|smaller|lower|reduced space|slice|part|chunk',
          '[8] project|each|head > small|narrow|low > space|subspace|dimension',
        ],
        rejects: ['[5] share|same > subspace', '[6] head > see|use|get > full|whole|entire > width|dmodel|dimension'],
      },
      {
        id: 'different-places',
        point: 'Different heads can attend to different places (or relations) at the same time.',
        accepts: [
          '[12] different|several|various|multiple|separate|distinct|many|own|other|diverse place|position|token|relation|thing|aspect|pattern|part|word|kind|feature|relationship|spot|location|information|syntax|somewhere|focus|reasons|questions attend|look|focus|capture|learn|head|watch|track|follow|pick|simultaneously|specialise|attention|pay',
          '[24] 1_head|1|head another|other|second|next look|attend|track|follow|focus|watch|syntax|object|subject|verb|previous|pronoun|position',
          '[12] head|subspace own|independent|separate|distinct|different pattern|weights|attention|distribution|focus',
          '[10] attend|look|focus|head several|different|multiple|many place|position|thing|simultaneously|same_time|once',
          '[8] head look|attend|focus somewhere|elsewhere',
          'any: [10] 1|single > head 2|several|many|multiple|different place|position|thing|spot',
          '[20] 1|one > follow|look|attend|track|watch|focus|handle > 1|one|another|other > follow|look|attend|track|watch|focus|handle|for',
          '[9] each|head look|see|attend else|different|elsewhere',
          '[8] head specialise relation|pattern|thing|task|heterogeneous',
          'any: [10] 1|single > weight|softmax|distribution > 2|several > place|thing',
          '[10] head|many look|attend|see many|different|several place|position',
        ],
        rejects: [
          '[4] head > see|look > layer',
          '[4] all|every > head > compute|learn|look|do|see > same',
          '[4] split|divide|cut > sequence|token|text',
        ],
      },
      {
        id: 'concatenated',
        point: 'The outputs of the heads are concatenated.',
        accepts: [
          'concatenate|concatenation|concatenates|concatenated',
          '[12] stack|glue|join|together|side|append|paste|lined|stitch|string|beside|next_each|1_long|long_vector head|output|result|them|outputs|everything|vector !mix|average|sum',
          '[6] head > head > wo',
          'any: [4] concatenate > not > enough|all',
          '[4] stack|put|place|line side|next_each|together',
          '[12] stick|put|merge|attach|lay|place|line|glue together|side|beside|next_each|end_end|1_after_other head|output|result|them|piece|report',
        ],
      },
      {
        id: 'output-projection',
        point: 'An output projection $W_O$ mixes the heads’ outputs.',
        accepts: [
          'wo',
          '[8] output|final|last|another|learned|extra|afterwards|after|mix|back|further|one_more|closing|finally projection|matrix|linear|project|projected mix|combine|blend|merge|fuse|head|output|concatenate|them|back|together|result|out',
          '[5] output|final|last|out projection|linear|matrix|project',
          '[4] concatenate|concat > project',
          '[5] 1_more|another|additional|further matrix|projection|linear ^concatenate|side|vector|head|output',
        ],
      },
      {
        id: 'same-cost',
        point: 'The parameters and the cost are about the same as for one head of full width.',
        accepts: [
          '[9] same|equal|about|similar|roughly|free|unchanged|constant|cheap|identical|parity|nothing|independent|stay|whatever|comparable|remain parameter|cost|compute|flops|work|price|expense|computation|budget|operations|arithmetic|count|expensive|param|params !grow|h_times',
          'not: [9] more|extra|additional|grow|increase|higher|expensive|rise|change cost|parameter|compute|expensive|flops|params|work|price|head|computation',
          '[6] free|for_free|no_extra|almost_free !hardly',
          'not: expensive|costlier|pricier',
          '[8] small > head > cost > 1|large',
          '[4] preserve|keep|retain parameter|count|cost|compute',
          'isoparametric|iso_parametric|iso_parameter',
          '[10] invariant|unaffected|unchanged parameter|cost|compute|flops|count',
          'not: [6] change bill|cost|price|parameter|compute|flops|effort',
          '[6] cost|parameter|flops > single|1 > full|big|large|wide|size > head',
          'flop_neutral|cost_neutral|parameter_neutral',
        ],
        rejects: ['[4] head > compute|learn|look|do > same > thing|place|pattern'],
      },
    ],
    followUps: [
      {
        question: 'Does it cost more to have more heads?',
        answer:
          'Hardly: the heads get narrower by the same factor, so the parameters and the multiply-adds stay the same. But there are h score matrices instead of one.',
        whenMissing: 'same-cost',
        followUps: [
          {
            question: 'Then why not use 512 heads of width one?',
            answer:
              'Each score would be the product of two numbers. All queries with a positive number rank the keys in the same order, and all with a negative one in the reverse order.',
          },
        ],
      },
      {
        question: 'What would be lost without the output projection?',
        answer:
          'Each head’s result would stay in its own slice of the output; $W_O$ lets the model combine what the heads found and write it anywhere in the residual stream.',
        whenMissing: 'output-projection',
        followUps: [
          {
            question: 'Could $W_O$ be folded into something else?',
            answer:
              'Into the value projections: each head’s $W_V$ and its rows of $W_O$ multiply to one matrix, of rank at most the head’s width.',
          },
        ],
      },
    ],
    exercise: 'multi-head-attention',
    anchor: 'why',
    teaches: ['one-wide-head'],
  },
  {
    id: 'multi-head/formula',
    kind: 'formula',
    question: 'Write multi-head attention as a formula, and then once more without a concatenation.',
    modelAnswer:
      '$\\mathrm{concat}(\\mathrm{head}_1, \\dots, \\mathrm{head}_h)\\,W_O$ with $\\mathrm{head}_i = \\mathrm{attention}(Q_i, K_i, V_i)$. Cut $W_O$ into $h$ blocks of rows: it is $\\sum_i \\mathrm{head}_i W_{O,i}$. Each head adds its own vector to the residual stream.',
    keyPoints: [
      {
        id: 'concat-wo',
        point: 'The heads are concatenated and multiplied by $W_O$.',
        accepts: [
          '[10] concatenate|concat wo',
          '[20+] concatenate|concat > wo',
          '[16] stack|join|glue|side|next_each > wo|output_projection|projection',
        ],
      },
      {
        id: 'sum-of-heads',
        point: 'The same as a sum: each head times its block of rows of $W_O$.',
        accepts: ['[12] sum|add|plus head|block|row wo|rows|block|head|slice|own', 'head wo sum'],
      },
    ],
    followUps: [
      {
        question: 'What does the sum tell you about pruning a head?',
        answer: 'Its term drops out and nothing else changes: the head’s vector is not added.',
        followUps: [
          {
            question: 'Does that keep the output’s scale?',
            answer: 'No. Nothing is rescaled: the output of the layer only loses that term.',
          },
        ],
      },
    ],
    exercise: 'multi-head-attention',
    anchor: 'what-the-output-projection-does',
    teaches: ['mean-heads'],
  },
  {
    id: 'multi-head/why-wo',
    kind: 'why',
    question: 'Why is there an output projection after the heads are concatenated?',
    modelAnswer:
      'Without it the heads could not mix: each head’s result would stay in its own slice of columns. $W_O$ mixes what the heads found and lets each head write to any direction of the residual stream.',
    keyPoints: [
      {
        id: 'heads-mix',
        point: 'Without $W_O$ the heads could not mix.',
        accepts: [
          'any: [12] mix|combine|blend|together|stay|separate head|heads|slice',
          'any: [10] interact|communicate|exchange|talk|meet head|heads|slice',
          'any: [14] head|heads > own > slice|column|columns|part',
        ],
        rejects: [
          'any: [6] already > mix|combine|interact',
          'any: [4] not > need|necessary|required',
          '[8] mix > without',
          'any: [10] without > still > mix|combine',
        ],
      },
      {
        id: 'writes-anywhere',
        point: '$W_O$ lets a head write to any direction of the residual stream.',
        accepts: [
          '[12] write|any|all direction|residual|column',
          '[6] every|each|any output dimension|column|entry|direction',
        ],
      },
    ],
    followUps: [
      {
        question: 'Could the feed-forward layer do the mixing?',
        answer: 'In part, but the residual is added before it: each head would be tied to its own slice of the stream.',
        followUps: [
          {
            question: 'Can $W_O$ be merged into the values?',
            answer:
              'Yes: per head, $W_V$ and its block of $W_O$ multiply to one matrix of rank at most the head’s width.',
          },
        ],
      },
    ],
    exercise: 'multi-head-attention',
    anchor: 'what-the-output-projection-does',
    teaches: ['no-wo'],
  },
  {
    id: 'multi-head/parameters',
    kind: 'number',
    question: 'How many parameters does one attention layer have, and what changes with the number of heads?',
    modelAnswer:
      '$4 d^2$ without biases: $W_Q$, $W_K$, $W_V$ and $W_O$, each d by d. With heads of width d/h it does not depend on h: more heads are narrower. What grows with h is the number of scores: h matrices instead of one.',
    keyPoints: [
      {
        id: 'four-d-squared',
        point: 'Four matrices of d by d: 4·d² parameters.',
        accepts: ['4_d2|4_d_d', '[12] 4|four d2|matrix|matrices|d'],
        rejects: ['[4] d2 > per|each > head'],
      },
      {
        id: 'not-on-h',
        point: 'With head width d/h the count does not depend on the number of heads.',
        accepts: [
          '[12] whatever|not|same|independent head|heads|h count|parameter|number|h|depend',
          'not: [8] depend|change|grow head|h|heads',
          'any: irrespective',
          '[4] whatever > h|head|number',
          'any: [10] head|heads|h count|parameter|number|it unchanged|constant|identical',
        ],
        rejects: ['[6] per|each > head > d2', '[8] 8|h > times > many|more > parameter|weight -score -exponential'],
      },
      {
        id: 'scores-times-h',
        point: 'There are h times as many scores and exponentials.',
        accepts: [
          '[12] h|times|more score|exponential|softmax',
          'any: [10] only > score|exponential > do|grow|change|increase',
          '[8] score|exponential grow|increase|rise',
        ],
      },
    ],
    followUps: [
      {
        question: 'And with g KV heads?',
        answer: '$(2 + 2g/h) \\cdot d^2$: keys and values shrink by g/h.',
        followUps: [
          {
            question: 'For d = 4,096 and h = g?',
            answer: '67,108,864 parameters per layer, about 67 million.',
          },
        ],
      },
    ],
    exercise: 'multi-head-attention',
    anchor: 'why-it-costs-about-the-same',
  },
  {
    id: 'multi-head/head-width',
    kind: 'trap',
    question:
      '“The head width is the model width divided by the number of heads.” Must it be? Name a model that differs.',
    modelAnswer:
      'It is a convention, not a law. T5-11B has 128 heads of width 128 at a model width of 1,024. $W_Q$, $W_K$ and $W_V$ may have any number of columns; $W_O$ brings them back to the model’s width.',
    keyPoints: [
      {
        id: 'custom',
        point: 'The head width d/h is a convention; it may be chosen freely.',
        accepts: [
          'custom|customary|convention|habit|choice|typical',
          'any: [10] choose|free|freely|any width|d/h|head|dk|dimension|size|be|free',
          'any: [3] need > not',
          '[12] custom|customary|common|usual keep cost|compute|parameter constant|same',
          'not: [6] must|need|have|law|rule|required|necessary|necessarily',
          'any: [4] not|no > t5|gemma|qwen|qwen3|deepseek',
        ],
        rejects: ['[4] must > d/h|equal'],
      },
      {
        id: 'example',
        point: 'An example, such as T5-11B: 128 heads of width 128 at model width 1,024.',
        accepts: [
          '[12] t5 128',
          '[14] gemma|qwen|qwen3 128|256|head|width',
          '[14] deepseek|deepseek_v3|v3 128|head|width',
        ],
      },
    ],
    followUps: [
      {
        question: 'What changes when the heads are wider?',
        answer: 'Parameters and work of the projections grow; $W_O$ has more rows than columns.',
        followUps: [
          {
            question: 'And when they are too narrow?',
            answer: 'The scores of a head of width w have rank at most w: it can tell fewer patterns apart.',
          },
        ],
      },
    ],
    exercise: 'multi-head-attention',
    anchor: 'where-its-used',
    teaches: ['scale-dmodel'],
  },
  {
    id: 'multi-head/layout',
    kind: 'definition',
    question: 'Which columns of $XW_Q$ belong to head h, and how do you split the heads with a reshape?',
    modelAnswer:
      'Head h owns the slice from $h \\cdot w$ to $(h+1) \\cdot w - 1$. Reshape to n × heads × w, then move the heads to the front. A reshape of n × d straight to heads × n × w cuts across rows, so a head holds pieces of several tokens.',
    keyPoints: [
      {
        id: 'slice',
        point: 'Head h owns neighboring columns, from h·w to (h+1)·w − 1.',
        accepts: [
          '[6] neighbouring|contiguous|consecutive|adjacent column|columns|slice|block',
          '[6] slice|block|chunk|range column|columns',
          'h w 1',
        ],
        rejects: ['[4] neighbouring|contiguous|consecutive|adjacent > row|rows -column'],
      },
      {
        id: 'transpose',
        point: 'Reshape to n × heads × w first, then transpose to heads × n × w.',
        accepts: ['[20+] reshape|view > transpose|move|permute|swap', '[10] transpose|permute|move > after > reshape'],
        rejects: ['[4] reshape > head > n|nw'],
      },
    ],
    followUps: [
      {
        question: 'Why does nothing warn you when the transpose is missing?',
        answer: 'The shapes are the same either way; only the numbers are in the wrong place.',
        followUps: [
          {
            question: 'On which input would it not show?',
            answer: 'With one token, or one head: there the order in memory is the same.',
          },
        ],
      },
    ],
    exercise: 'split-heads',
    anchor: 'the-shapes-step-by-step',
    teaches: ['strided-split', 'view-no-transpose', 'strided-merge'],
  },
])
