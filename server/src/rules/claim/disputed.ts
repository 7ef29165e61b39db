import type { Article, Attribution } from '../../article';
import type { Claim } from '../../claims/support';
import { hull, overlaps } from '../../text/span';
import { inSnippet, stop } from '../fixes/snippet';
import { byId } from '../numbering';
import type { Rule, RuleFacts } from '../rule';

const facts: RuleFacts = {
  code: 'claim/disputed',
  title: 'A claim that somebody in the article denies',
  why: 'Where one source says it and another denies it, the reader needs both in one place, and wants to know what the paper could check.',
  sources: [
    {
      guide: 'BBC Editorial Guidelines',
      says: 'Let whoever is accused answer, and give the answer in the same report as the accusation.',
      url: 'https://www.bbc.co.uk/editorialguidelines/guidelines/fairness/guidelines',
    },
  ],
  severity: 'hint',
  optional: true,
  examples: {
    bad: [
      'Rents in Carrow\n\nThe town clerk, Ida Brekke, said that rents in Carrow had doubled since 2019.\n\nThe landlord, Tom Hale, denied the claim.\n',
    ],
    good: [
      'Rents in Carrow\n\nThe town clerk, Ida Brekke, said that rents in Carrow had doubled since 2019.\n\nThe landlord, Tom Hale, said that he had not raised them.\n',
      'Rents in Carrow\n\nThe town clerk, Ida Brekke, said that rents in Carrow had doubled since 2019. The landlord, Tom Hale, denied the claim.\n',
    ],
  },
};

/** Reports claims whose attribution another attribution denies elsewhere, and points at the denial. */
export const claimDisputed: Rule = {
  facts,
  check(article) {
    return article.claims.flatMap((claim) => {
      const denials = denialsOf(article, claim);
      if (denials.length === 0 || denials.some((denial) => standsBeside(article, claim, denial))) return [];
      const related = denials.map(({ cue, content }) => ({ span: hull([...cue, ...content]), message: 'It is denied here.' }));
      const message = 'Somebody in this article denies this. Say so beside it, and what could be checked.';
      return [{ code: facts.code, severity: facts.severity, span: claim.span, message, related }];
    });
  },
  fixes(article, { span }) {
    const claim = article.claims.find((candidate) => candidate.span[0] === span[0]);
    const denier = claim && denialsOf(article, claim).flatMap(({ speaker }) => byId(article.entities, speaker) ?? [])[0];
    if (denier?.anonymity !== 'named') return [];
    const text = ` ${inSnippet(denier.name)} ${stop(1, 'denied')} the claim.`;
    const edit = { span: [span[1], span[1]] as const, text, snippet: true };
    return [{ title: `Say beside it that ${denier.name} denies it`, edits: [edit], preferred: true, safe: false }];
  },
};

/** The attributions that deny what a claim says. */
const denialsOf = ({ attributions }: Article, { disputedBy }: Claim): readonly Attribution[] =>
  disputedBy.length === 0 ? [] : disputedBy.flatMap((id) => byId(attributions, id) ?? []);

/** Whether a reader meets the denial in the paragraph of the claim. */
const standsBeside = ({ blocks }: Article, { span }: Claim, { block }: Attribution): boolean => {
  const of = blocks[block];
  return of !== undefined && overlaps(of.span, span);
};
