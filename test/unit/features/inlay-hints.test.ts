import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../server/src/article';
import { PLAINEST } from '../../../server/src/features/abilities';
import { ALL_HINTS, findHints, type HintKinds, inlayHint, isHintData, resolveInlayHint } from '../../../server/src/features/inlay-hints';
import { Lines } from '../../../server/src/features/lines';
import { anyArticle } from './any-article';

/** The article with its hints in ⟦brackets⟧, where a reader would see them. */
function hinted(text: string, kinds: HintKinds = ALL_HINTS, minimumConfidence = 0): string {
  const hints = findHints(analyse(text), { kinds, minimumConfidence });
  return hints.reduceRight((shown, { span: [at], lead, name }) => `${shown.slice(0, at)}⟦${lead}${name}⟧${shown.slice(at)}`, text);
}

const COUNCIL = `Ana Ruiz, the mayor of Port Ellery, said on Monday that the tram would be built.

Peter Dahl, the harbour master, said that the town could not pay for it.`;

describe('the name behind a pronoun', () => {
  test('shows where somebody else has been named since', () => {
    expect(hinted(`${COUNCIL}\n\n“We have the money,” she told reporters.`)).toContain('she⟦Ruiz⟧ told');
    const last = `${COUNCIL}\n\n“It is a bottomless pit,” he told reporters.`;
    expect(hinted(last)).toBe(last);
  });

  test('does not show within the paragraph of the name, nor right after it', () => {
    const text = `Ana Ruiz, the mayor, said that the tram would be built. “We have the money,” she said.

She said that the work would begin in May.`;
    expect(hinted(text)).toBe(text);
  });

  test('shows once a paragraph', () => {
    const shown = hinted(`${COUNCIL}

“We have the money,” she told reporters. She said that it was not hers.`);
    expect(shown).toContain('she⟦Ruiz⟧ told reporters. She said');
  });

  test('shows for a role, by the name that the article has for it', () => {
    const shown = hinted(`Corvin Bank said on Tuesday that its profits had doubled.

Shares rose by a tenth. Analysts had expected less.

A clerk at the exchange rang the bell twice.

The bank said that it would open three new branches.`);
    expect(shown).toContain('The bank⟦Corvin Bank⟧ said');
  });

  test('does not show where it is unsure whom it stands for', () => {
    const text = `Ana Ruiz met Clara Voss in Port Ellery.

Ida Brandt and Mia Holm were there, too.

“We talked,” she said.`;
    expect(hinted(text)).toBe(text);
  });
});

describe('the speaker of a quote', () => {
  const speech = `“We have waited for this boat for nine years,” said Ana Ruiz, the mayor. “The islanders have waited with us.

“Nobody gave us any help, and nobody will take the credit. It is ours, and it sails in May.

“And when it sails I will be on it, with my mother, who has never seen the other side.”

The boat is blue.`;

  test('shows at the end of a speech over several paragraphs, and only there', () => {
    expect(hinted(speech)).toBe(speech.replace('other side.”', 'other side.”⟦— Ruiz⟧'));
  });

  test('does not show in the paragraph that says whose it is, nor at a short one', () => {
    const text = '“We have waited for this boat for nine years, and now it is here,” said Ana Ruiz, the mayor.\n\n“It is blue.”';
    expect(hinted(text)).toBe(text);
  });
});

describe('hints', () => {
  test('are of the kinds that are wanted', () => {
    const text = 'Corvin Bank said so on Monday.\n\nIt rained.\n\nPeople went home.\n\nThe bank said that it would open three branches.';
    expect(hinted(text)).toContain('⟦');
    expect(hinted(text, { ...ALL_HINTS, names: false })).toBe(text);
  });

  test('leave out what is less sure than is wanted', () => {
    const text = 'Corvin Bank said so on Monday.\n\nIt rained.\n\nPeople went home.\n\nThe bank said that it would open three branches.';
    expect(hinted(text, ALL_HINTS, 1)).toBe(text);
  });

  const text = 'Corvin Bank said so on Monday.\n\nIt rained.\n\nPeople went home.\n\nThe bank said that it would open three branches.';
  const article = analyse(text);
  const lines = new Lines(text);
  const [hint] = findHints(article, { kinds: ALL_HINTS, minimumConfidence: 0 });
  if (!hint) throw new Error('there is a hint');

  test('lead to the fullest naming, and say why', () => {
    const shown = inlayHint(hint, 'file:///a.txt', lines, PLAINEST);
    expect(shown).toMatchObject({
      position: { line: 6, character: 8 },
      label: [
        {
          value: 'Corvin Bank',
          location: { uri: 'file:///a.txt', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 11 } } },
        },
      ],
      tooltip: { kind: 'plaintext', value: 'Corvin Bank\n\n“The bank” stands for this speaker, named 3 paragraphs before.' },
    });
  });

  test('get their tooltip late where the client asks for it', () => {
    const able = { ...PLAINEST, lazyTooltips: true };
    const listed = inlayHint(hint, 'file:///a.txt', lines, able);
    expect(listed.tooltip).toBeUndefined();
    expect(isHintData(listed.data)).toBe(true);
    const data = { uri: 'file:///a.txt', kind: 'names', name: 'Corvin Bank' } as const;
    expect(resolveInlayHint([hint], listed, data, lines, able).tooltip).toMatchObject({ value: expect.stringContaining('stands for') });
    expect(resolveInlayHint([], listed, data, lines, able)).toEqual(listed);
  });

  test('take nothing from a client for theirs that is not', () => {
    for (const data of [null, 1, 'x', {}, { uri: 'a', kind: 'toString', name: 'x' }, { uri: 'a', kind: 'names' }]) {
      expect(isHintData(data)).toBe(false);
    }
  });

  test('lie inside the text, in order, for any text', () => {
    fc.assert(
      fc.property(anyArticle, (text) => {
        let last = 0;
        for (const { span, target } of findHints(analyse(text), { kinds: ALL_HINTS, minimumConfidence: 0 })) {
          expect(span[0]).toBeGreaterThanOrEqual(last);
          expect(span[1]).toBeLessThanOrEqual(text.length);
          if (target) expect(target[1]).toBeLessThanOrEqual(text.length);
          last = span[0];
        }
      }),
    );
  });
});
