import type { Rule, RuleFacts } from '../rule';

const facts: RuleFacts = {
  code: 'claim/secondhand',
  title: 'A claim that reaches the reader through somebody else’s report',
  why: 'What one paper quotes from another has been shortened once already. Ask the speaker yourself, or say plainly whose report it is.',
  sources: [{ guide: 'Reuters Handbook of Journalism', says: 'Match what others report yourself, and credit them where you cannot.' }],
  severity: 'hint',
  optional: true,
  examples: {
    bad: [
      'Rents in Carrow\n\nThe council met on Tuesday.\n\n“Rents in Carrow have doubled since 2019,” the Clarion quoted Ida Brekke as saying.\n',
    ],
    good: [
      'Rents in Carrow\n\nThe council met on Tuesday.\n\n“Rents in Carrow have doubled since 2019,” the town clerk, Ida Brekke, said.\n',
    ],
  },
};

/** Reports claims that are at best relayed. */
export const claimSecondhand: Rule = {
  facts,
  check: ({ claims }) =>
    claims.flatMap(({ support, span, checkworthiness }) =>
      support === 'secondhand'
        ? [
            {
              code: facts.code,
              severity: facts.severity,
              span,
              message: 'This comes through somebody else’s report. Ask the speaker, or say whose report it is.',
              related: [],
              confidence: checkworthiness,
            },
          ]
        : [],
    ),
  fixes: () => [],
};
