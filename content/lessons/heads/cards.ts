import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'heads/interview',
    kind: 'interview',
    question: 'What kinds of attention heads do trained models have, and do we need all of them?',
    modelAnswer:
      'Some heads are positional: they look at a fixed offset, such as the previous token. Some are syntactic: they link a verb to its object or a noun to its determiner. In translation encoders some point at the rarest tokens. In decoders there are induction heads, which find an earlier occurrence of the current token and copy what came next. Many heads are redundant: Voita and colleagues pruned 38 of 48 encoder heads for 0.15 BLEU. But there is no universal percentage: how many can go depends on the model, on the layer, and on whether you retrain.',
    keyPoints: [
      {
        id: 'positional-heads',
        point: 'Some heads attend to a fixed relative position, such as the previous or the next token.',
        accepts: [
          '[8] positional|position_based|fixed_position head|kind|type|some|1|group -parameter',
          '[6] positional syntactic|induction|rare',
          '[9] @prevtoken attend|look|head|watch|focus|always|track !induction|occurrence|copy|earlier|same|followed|1_to_right|every|all -after -follow -every',
          '[10] fix_offset|fixed_offset|relative_offset|relative_position|fixed_distance|constant_offset|fixed_relative|same_offset|fix_distance|fix_relative|certain_offset|offset|distance head|attend|look|positional|some',
          '[6] look|attend 1 back|left|behind',
          '[3] few|some > positional',
        ],
        rejects: ['[3] all|every > head > attend|look > previous|next|before'],
      },
      {
        id: 'syntactic-heads',
        point: 'Some heads follow syntactic relations, such as verb to object or noun to determiner.',
        accepts: [
          '[10] syntax|syntactic|grammar|grammatical|dependency|linguistic|syntactical|syntactically|parse_tree head|attend|look|link|follow|track|relation|connect|some|learn|kind|verb|capture|arc -error !error',
          '[6] syntactic positional|induction|rare',
          '[10] verb object|subject',
          '[10] noun|adjective determiner|article|adjective|noun',
        ],
        rejects: ['[4] head > ignore > grammar|syntax'],
      },
      {
        id: 'rare-token-heads',
        point: 'Some heads attend to the rarest tokens.',
        accepts: [
          '[10] rare|rarest|infrequent|uncommon|seldom|low_frequency|unusual|least_frequent|rarely token|word|term|1 attend|look|head|some|focus|other|kind|find|watch|type|point -error -book !error',
          '[8] rare|rarest|infrequent|uncommon|seldom|unusual head|attend|look|focus|positional|syntactic|induction -error -book',
        ],
      },
      {
        id: 'induction-heads',
        point:
          'Induction heads in decoders find an earlier occurrence of the current token and attend to what followed it.',
        accepts: [
          '[20+] induction copy|earlier|previous|repeat|pattern|occurrence|again|follow|context|before|prior|next|back|match|after|complete|seen',
          '[16] earlier|previous|last|before|first|past|already|occur|appear|occurrence|seen same|current|this|identical|again|occurrence|repeat after|follow|next|copy|came|come|continue|successor|followed',
          '[10] find|search|look|go same|current|earlier|previous occurrence|token copy|after|follow|next|came',
          '[16] look > before|earlier > next|after|came|follow ^induction',
        ],
        rejects: ['[5] induction > future'],
      },
      {
        id: 'many-redundant',
        point: 'Many heads are redundant and can be pruned with little loss.',
        accepts: [
          '[4] many|most|lot|largely|some prunable',
          '[12] prune|remove|drop|cut|delete|throw|ablate|mask_out|switch_off|turn_off|kick|chop|take_out|go|discard|without|spare|lose many|most|lot|half|38|majority|several|large|plenty|fraction|few|bunch|good_part|much -all -every !how',
          '[12] prune|remove|drop|cut|delete|throw|ablate|mask_out|switch_off|turn_off|kick|chop|zero|discard|without loss|little|hardly|almost|barely|easily|score|quality|bleu|performance|harm|accuracy|harmless|degradation -all -every -stop',
          'many|most|lot|half|38|majority|some|large superfluous|unnecessary|useless|dispensable|idle|nothing head|them',
          '38|redundant|redundancy|superfluous|dispensable',
          'not: [8] need|necessary|require|essential all|every|most|head|many|them|each',
          '[10] 48 10 bleu|head',
          '[16] cut|prune|remove|drop|throw head|dozen good|same|stay|unchanged|fine',
        ],
        rejects: [
          '[12] prune|remove|drop|cut|go|gone|without > collapse|break|ruin|destroy|crash',
          '[8] prune|remove > even > 1|single|any > head',
          '[6] prune|remove|cut > any|each|every|1|single > hurt|cost|matter|ruin',
        ],
      },
      {
        id: 'depends-no-fixed-share',
        point: 'How many heads can go depends on the model, the layer and retraining; there is no fixed share.',
        accepts: [
          '[10] depend|vary|differ model|layer|task|retrain|train|training|architecture|which|case|dataset|setup',
          'not: [9] fix|universal|general|single|magic|one|exact|constant|true|global|1|percent share|percentage|number|fraction|rule|proportion|ratio|answer|figure|law|percent|constant',
          '[8] number|percentage|share|fraction|figure specific|particular|depend|dependent|vary model|layer|architecture|task',
          'not: [6] same > each|every|all > model|layer',
        ],
      },
    ],
    followUps: [
      {
        question: 'What else did studies of translation encoders find?',
        answer:
          'Some heads point at the rarest tokens of the sentence. Whether other models have them is another question.',
        whenMissing: 'rare-token-heads',
      },
      {
        question: 'What is an induction head?',
        answer:
          'A head that looks for an earlier copy of the current token and attends to the token after it, so that the model can continue a repeated pattern.',
        whenMissing: 'induction-heads',
        followUps: [
          {
            question: 'Can a single layer do that?',
            answer:
              'Not in the usual form: it takes a previous-token head in an earlier layer, and the induction head reads what that one wrote.',
          },
        ],
      },
      {
        question: 'How many heads can be removed?',
        answer:
          "38 of 48 encoder heads for 0.15 BLEU in Voita's study, with training; without retraining Michel found about 20 to 40 percent. It depends on the model and the layer.",
        whenMissing: 'depends-no-fixed-share',
        followUps: [
          {
            question: 'Why is the share without retraining smaller?',
            answer: 'Without further training the remaining heads cannot take over what the removed ones did.',
          },
        ],
      },
      {
        question: 'How would you tell from its weights that a head is positional?',
        answer:
          'Take the mean attention mass at one fixed offset over all rows: close to one means that the head is positional.',
        whenMissing: 'positional-heads',
        followUps: [
          {
            question: 'And what does the mean entropy of the rows tell you?',
            answer: 'Whether the head is sharp or spreads evenly: zero for one-hot rows, log n for uniform ones.',
          },
        ],
      },
    ],
    exercise: 'offset-score',
    anchor: 'four-kinds-of-heads',
  },
  {
    id: 'heads/offset-score',
    kind: 'formula',
    question: 'How do you compute a head’s score at offset $o$, and what do you do with rows that have no key there?',
    modelAnswer:
      '$s(o) = \\frac{1}{|R_o|} \\sum_{i \\in R_o} w_{i,\\,i+o}$: the mean weight of query $i$ on key $i + o$. Only rows that have a key there count, so leave out the others, from the sum and from the count. A perfect previous-token head scores 1 at offset −1.',
    keyPoints: [
      {
        id: 'mean-weight',
        point: 'It is the mean weight of query i on key i + o.',
        accepts: [
          '[14] mean|average|averaged weight|mass|attention|probability|diagonal|w',
          '[8] mean|average > ii',
          '[14] sum|add weight|mass > divide|over|count|number',
        ],
        rejects: ['[6] count|share|fraction > argmax|maximum|largest|top'],
      },
      {
        id: 'rows-left-out',
        point: 'Rows without a key at that offset are left out, also of the count.',
        accepts: [
          '[14] leave|skip|omit|exclude|ignore|drop|left_out row|query|token|position|1|them|other|rest',
          '[14] only|just row|query|token|position have|exist|with|valid|where',
          'not: [10] count|include row|query|token|1|them',
          '[12] divide > number|count > row|query|token > key|position|exist|weight !all|every',
        ],
        rejects: [
          'any: [7] row|query|token > count|contribute|add > 0 !left|leave|skip|out|never|ignore|omit|exclude',
          '[5] divide|over > all|every > row|query|token !not|leave|only',
        ],
      },
    ],
    followUps: [
      {
        question: 'What does a score of 0.5 at offset −1 tell you?',
        answer:
          'On average, half of the weight is on the previous token. That may be half in every row, or all of it in half of the rows: look at the entropy too.',
        followUps: [
          {
            question: 'Which entropy goes with the second case?',
            answer: 'A low one: rows that put all of their weight on one key have entropy 0.',
          },
        ],
      },
    ],
    exercise: 'offset-score',
    anchor: 'the-offset-score-finds-positional-heads',
    teaches: ['missing-rows-as-zero'],
  },
  {
    id: 'heads/induction-layers',
    kind: 'why',
    question: 'Why does an induction head take two layers?',
    modelAnswer:
      'It has to find the token whose predecessor equals the current token. In the first layer a key is computed from its own token alone and doesn’t know what came before. So a previous-token head in an earlier layer writes the predecessor into each token’s vector. The induction head in a later layer matches its query, the current token, with keys made from that.',
    keyPoints: [
      {
        id: 'previous-token-head',
        point: 'A previous-token head in an earlier layer writes into each token’s vector what came before it.',
        accepts: [
          '[16] previous_token|predecessor|token_before|previous|before|preceding head|write|copy|store|move|layer|put|record',
        ],
        rejects: ['[6] 1|single > layer > enough|suffices|sufficient'],
      },
      {
        id: 'keys-match',
        point: 'The later head matches the current token with keys that hold the predecessor.',
        accepts: [
          '[18] match|compare|look|find|search|attend|query key|predecessor|preceded|that|it current|same|predecessor|earlier',
          '[14] second|later|next|induction match|compare|read|use|search|look|find',
        ],
      },
    ],
    followUps: [
      {
        question: 'How would you find one?',
        answer:
          'Repeat random tokens with period p: in the second copy, an induction head has its weight at offset $-(p - 1)$.',
        followUps: [
          {
            question: 'Why random tokens?',
            answer: 'Nothing but the repetition can then help, so what the model knows about real text plays no part.',
          },
        ],
      },
    ],
    exercise: 'offset-score',
    anchor: 'an-induction-head-takes-two-layers',
    teaches: ['offset-sign-flipped'],
  },
  {
    id: 'heads/pruned-38',
    kind: 'number',
    question: 'How many heads did Voita et al. prune, at what cost, and what did they do to get there?',
    modelAnswer:
      '38 of the 48 encoder heads of an English-to-Russian translation model, for 0.15 BLEU. They continued training with a gate on each head and a penalty for open gates, so the remaining heads could take over. Without any retraining, Michel et al. could remove only about 20% of a translation model’s heads and 40% of BERT’s.',
    keyPoints: [
      {
        id: 'thirty-eight',
        point: '38 of 48 encoder heads.',
        accepts: ['[10] 38 48', '[8] 79|80 head|percent'],
      },
      {
        id: 'bleu-cost',
        point: 'It cost 0.15 BLEU.',
        accepts: ['[10] 0.15 bleu|point'],
      },
      {
        id: 'gates-and-training',
        point: 'They continued training with gates and a penalty that closes heads.',
        accepts: [
          '[14] train|retrain|finetune|training|retraining gate|penalty|regularizer|l0|regularization',
          '[10] gate penalty|l0|regularizer|regularization|close',
          '[8] training|retraining|finetuning gate|penalty|close|further|extra|more|also !without',
        ],
        rejects: ['[4] without > retrain|train > 38|79', 'not: [6] train|retrain 38|79'],
      },
    ],
    followUps: [
      {
        question: 'How far do you get without retraining?',
        answer:
          'Michel et al. removed about 20% of the heads of a translation model and 40% of BERT’s without a noticeable loss; then quality falls sharply.',
        followUps: [
          {
            question: 'Which heads were missed most?',
            answer: 'In translation, those from the decoder to the encoder.',
          },
        ],
      },
    ],
    exercise: 'ablate-heads',
    anchor: 'how-many-can-go',
    teaches: ['keep-inverted'],
  },
  {
    id: 'heads/weights-explain',
    kind: 'trap',
    question:
      '“The attention weights show why the model answered.” What is wrong with that, and how would you test whether a head matters?',
    modelAnswer:
      'Weights show what one layer read, not what the answer depended on. A large weight on a value close to zero moves nothing, and later layers mix or ignore what came in. To test what a head does, switch it off and measure the change in the loss on held-back text.',
    keyPoints: [
      {
        id: 'value-norm',
        point: 'A large weight on a value close to zero moves nothing.',
        accepts: [
          '[16] weight|attention|mass value|vector|v small|zero|0|norm|tiny|short|nothing|idle',
          '[14] value|vector norm|size|length|magnitude',
          '[12] later|next|following|further layer ignore|mix|change',
        ],
      },
      {
        id: 'test-by-ablation',
        point: 'Test it by switching the head off and measuring the change.',
        accepts: [
          '[14] switch_off|turn_off|ablate|ablation|remove|zero|prune|mask|drop|disable|knock_out head|it|loss|change|measure|see|them|1',
          '[6] turn|switch > off',
          '[12] intervene|intervention|ablation|patching|causal',
        ],
        rejects: ['not: [5] need|necessary > ablate|ablation|test'],
      },
    ],
    followUps: [
      {
        question: 'Zero ablation or mean ablation?',
        answer:
          'Zero may be an output that the head never gives; the mean over a dataset is the fairer test. Zero shows what removing the head for good does.',
        followUps: [
          {
            question: 'And if nothing changes when you switch it off?',
            answer: 'Another head may do the same job. Remove them together before you call either one idle.',
          },
        ],
      },
    ],
    exercise: 'ablate-heads',
    anchor: 'common-mistakes-when-you-say-it',
    teaches: ['rest-rescaled'],
  },
])
