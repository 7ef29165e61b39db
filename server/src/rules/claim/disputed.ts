import { hull } from '../../text/span';
import type { Rule, RuleFacts } from '../rule';

const facts: RuleFacts = {
  code: 'claim/disputed',
  title: 'A claim that somebody in the article denies',
  why: 'Where one source says it and another denies it, the reader needs both in one place, and wants to know what the paper could check.',
  sources: [
    {
      guide: 'BBC Editorial Guidelines',
      says: 'Report a denial with the allegation, and say what could be verified.',
      url: 'https://www.bbc.co.uk/editorialguidelines/',
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
    ],
  },
};

/** Reports claims whose attribution another attribution denies, and points at the denial. */
export const claimDisputed: Rule = {
  facts,
  check({ claims, attributions }) {
    const byId = new Map(attributions.map((attribution) => [attribution.id, attribution]));
    return claims.flatMap(({ span, disputedBy }) => {
      const denials = disputedBy.flatMap((id) => byId.get(id) ?? []);
      if (denials.length === 0) return [];
      const related = denials.map(({ cue, content }) => ({ span: hull([...cue, ...content]), message: 'It is denied here.' }));
      const message = 'Somebody in this article denies this. Say so beside it, and what could be checked.';
      return [{ code: facts.code, severity: facts.severity, span, message, related }];
    });
  },
  fixes: () => [],
};
