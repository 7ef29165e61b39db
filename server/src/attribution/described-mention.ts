import type { Description } from './descriptions';
import * as C from './lexicon/word-classes';
import type { Anonymity, EntityKind, MentionForm, WritableMention } from './mentions';
import { newMention } from './new-mention';
import { descriptionWords } from './role-words';
import { isSubject } from './subjects';
import { isPossessive, spanOf, textOf, type Wording, wordAt } from './wording';

/** Several people that act as one. */
const ONE_BODY = new Set(['family', 'crew', 'jury', 'panel', 'audience', 'crowd', 'staff', 'couple', 'pair', 'trio']);

const INSTITUTIONS = new Set(['police', 'authorities', 'family', 'couple', 'pair', 'jury', 'panel', 'team', 'crew']);

/** Offices that say that somebody speaks, but not who: without "the" they are unnamed sources. */
const FACELESS = new Set(['official', 'officer', 'aide', 'diplomat', 'employee', 'executive', 'worker', 'lawmaker', 'adviser', 'advisor', 'member', 'staffer', 'operative', 'analyst', 'agent', 'expert', 'lawyer', 'politician', 'soldier', 'scientist', 'researcher', 'doctor', 'trader', 'banker', 'manager', 'whistleblower', 'whistle-blower']); // biome-ignore format: one list

export function mentionOfDescription(w: Wording, d: Description, quoted: boolean, apposed: boolean): WritableMention {
  const { first, last, end, head } = d;
  const classes = w.classes[head] ?? 0;
  const word = wordAt(w, head);
  const plural = (classes & C.PLURAL) !== 0 && !(d.opening !== 'bare' && ONE_BODY.has(word));
  const counted = d.opening === 'indefinite' && !/^(?:some|many|most|several|few|other|any|no|all|both)$/.test(wordAt(w, first));
  const described =
    first < head - (d.opening === 'bare' ? 0 : 1) ||
    end > last ||
    /^(?:who|familiar|close|with|briefed|whose|involved|speaking)$/.test(wordAt(w, last));
  const read = ((): { form: MentionForm; kind: EntityKind | null; anonymity: Anonymity } => {
    if (classes & C.UNNAMED_SOURCE) {
      const back = d.opening === 'definite' && !described;
      return {
        form: 'unnamed',
        kind: 'anonymous',
        anonymity: described ? 'described' : !back && plural && !counted ? 'collective' : 'bare',
      };
    }
    if (word === 'police' || word === 'authorities') return { form: 'role', kind: 'organization', anonymity: 'role' };
    if (classes & (C.OFFICE | C.PART) && !(plural && classes & C.CROWD && !counted && d.opening !== 'definite' && d.opening !== 'owned')) {
      if (plural) {
        const known = d.opening === 'definite' || d.opening === 'owned';
        return counted
          ? { form: 'unnamed', kind: 'anonymous', anonymity: 'described' }
          : { form: known ? 'role' : 'unnamed', kind: 'group', anonymity: 'collective' };
      }
      const speaksFor = /^spokes|^representative$/.test(word);
      const known = d.opening !== 'indefinite' && !(d.opening === 'bare' && FACELESS.has(word));
      if (known || speaksFor)
        return { form: 'role', kind: d.opening === 'definite' && FACELESS.has(word) ? null : 'person', anonymity: 'role' };
      return { form: 'unnamed', kind: 'anonymous', anonymity: 'described' };
    }
    if (classes & C.CROWD) {
      const known = INSTITUTIONS.has(word) && d.opening !== 'bare';
      if (counted) return { form: 'unnamed', kind: 'anonymous', anonymity: 'described' };
      return { form: known || d.opening === 'definite' ? 'role' : 'unnamed', kind: 'group', anonymity: known ? 'role' : 'collective' };
    }
    if (classes & C.DOCUMENT && !(classes & C.ORGANIZATION_HEAD && d.opening === 'bare'))
      return { form: 'document', kind: 'document', anonymity: 'described' };
    return { form: 'role', kind: 'organization', anonymity: plural ? 'collective' : 'role' };
  })();
  return newMention({
    span: spanOf(w, first, end),
    form: read.form,
    kind: read.kind,
    anonymity: read.anonymity,
    role: read.form === 'role' && read.kind !== 'organization' && read.kind !== 'group' ? spanOf(w, roleStart(w, d), end) : null,
    number: plural ? 'plural' : 'singular',
    gender: classes & C.FEMALE_WORD ? 'female' : classes & C.MALE_WORD ? 'male' : null,
    quoted,
    sentence: d.sentence,
    text: textOf(w, first, end),
    words: descriptionWords(w, d),
    opening: d.opening,
    subject: isSubject(w, first, end),
    apposed,
    owner: isPossessive(w, end),
  });
}

const ARTICLES = new Set(['the', 'a', 'an', 'this', 'that', 'another', 'one']);

/** A role is given without its article: "spokesman for the ministry". */
const roleStart = (w: Wording, d: Description): number =>
  d.first < d.head && d.opening !== 'owned' && ARTICLES.has(wordAt(w, d.first)) ? d.first + 1 : d.first;
