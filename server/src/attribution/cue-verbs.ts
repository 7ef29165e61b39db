/**
 * Verbs that say that somebody said something, by what they may govern.
 * *quote*: a quotation before or after them; *that*: a clause with "that"; *bare*: a clause without it; *last*: they may follow
 * what was said ("…, Dawn reported"); *hearer*: they take a hearer before the clause ("told reporters that"); *infinitive*: "urged the
 * states to …"; *object*: what is attributed is their object ("rejected the report"); *paper*: a document is a likely subject ("shows").
 */
export type CueUse = 'quote' | 'that' | 'bare' | 'last' | 'hearer' | 'infinitive' | 'object' | 'paper';

/** What is known of one form of a cue verb. */
export interface CueVerb {
  readonly lemma: string;
  readonly uses: ReadonlySet<CueUse>;
}

/** `lemma[/past[/participle]]` lists, a line for each set of uses. Chosen by hand from English usage guides' reporting verbs. */
const TABLE: readonly (readonly [uses: string, verbs: string])[] = [
  ['quote that bare last', 'say/said add/added claim/claimed report/reported note/noted write/wrote/written announce/announced'],
  ['quote that bare last', 'argue/argued insist/insisted explain/explained admit/admitted acknowledge/acknowledged allege/alleged'],
  ['quote that bare last', 'confirm/confirmed state/stated suggest/suggested predict/predicted conclude/concluded estimate/estimated'],
  ['quote that bare last', 'declare/declared complain/complained concede/conceded assert/asserted contend/contended boast/boasted'],
  ['quote that bare last hearer', 'tell/told warn/warned remind/reminded assure/assured inform/informed advise/advised'],
  ['quote that last', 'maintain/maintained reply/replied respond/responded answer/answered counter/countered reiterate/reiterated'],
  ['quote that last', 'stress/stressed emphasize/emphasized emphasise/emphasised recall/recalled remark/remarked observe/observed'],
  ['quote that last', 'tweet/tweeted post/posted joke/joked quip/quipped testify/testified lament/lamented muse/mused vow/vowed'],
  ['quote that last', 'caution/cautioned comment/commented clarify/clarified reveal/revealed disclose/disclosed repeat/repeated'],
  ['quote that last', 'agree/agreed promise/promised pledge/pledged hint/hinted signal/signalled retort/retorted speculate/speculated'],
  ['quote that last', 'reckon/reckoned attest/attested deny/denied pronounce/pronounced interject/interjected volunteer/volunteered'],
  ['quote last', 'ask/asked continue/continued shout/shouted yell/yelled cry/cried whisper/whispered snap/snapped scream/screamed'],
  [
    'quote last',
    'laugh/laughed sigh/sighed chant/chanted sing/sang/sung begin/began/begun conclude/concluded enthuse/enthused gush/gushed',
  ],
  [
    'quote last',
    'fume/fumed rage/raged bark/barked mutter/muttered murmur/murmured exclaim/exclaimed plead/pleaded rant/ranted blast/blasted',
  ],
  ['that bare', 'believe/believed think/thought hope/hoped fear/feared feel/felt know/knew/known expect/expected understand/understood'],
  ['that', 'doubt/doubted worry/worried realise/realised realize/realized decide/decided learn/learned hold/held rule/ruled hear/heard'],
  ['that paper', 'show/showed/shown find/found indicate/indicated'],
  ['that infinitive quote', 'urge/urged demand/demanded recommend/recommended propose/proposed request/requested order/ordered beg/begged'],
  [
    'object',
    'reject/rejected deny/denied dismiss/dismissed dispute/disputed rebut/rebutted refute/refuted condemn/condemned criticise/criticised',
  ],
  [
    'object',
    'criticize/criticized denounce/denounced praise/praised cite/cited call/called describe/described quote/quoted accuse/accused',
  ],
];

const VOWEL_END = /[^aeiou]y$/;
const DOUBLED = new Set(['rebut', 'beg', 'quip', 'slam', 'sob']);

function formsOf(entry: string): readonly string[] {
  const [lemma = '', past = `${lemma}ed`, participle = past] = entry.split('/');
  const third = /(s|sh|ch|x|z)$/.test(lemma) ? `${lemma}es` : VOWEL_END.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
  const stem = DOUBLED.has(lemma) ? lemma + lemma.slice(-1) : /[^aeiouy]e$|[aeiou][^aeiou]e$|ue$/.test(lemma) ? lemma.slice(0, -1) : lemma;
  return [lemma, third, past, participle, `${stem}ing`];
}

const FORMS: ReadonlyMap<string, CueVerb> = buildForms();

function buildForms(): Map<string, CueVerb> {
  const lemmas = new Map<string, Set<CueUse>>();
  const forms = new Map<string, CueVerb>();
  for (const [uses, verbs] of TABLE) {
    for (const entry of verbs.split(' ')) {
      const lemma = entry.split('/')[0] ?? entry;
      const known = lemmas.get(lemma) ?? new Set<CueUse>();
      lemmas.set(lemma, known);
      for (const use of uses.split(' ')) known.add(use as CueUse);
      for (const form of formsOf(entry)) if (!forms.has(form)) forms.set(form, { lemma, uses: known });
    }
  }
  return forms;
}

/** What the lower-cased word `form` can do as a cue verb; undefined where it is none. */
export const cueVerb = (form: string): CueVerb | undefined => FORMS.get(form);
