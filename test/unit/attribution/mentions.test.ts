import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mention } from '../../../server/src/attribution/mentions';
import { bracketed, mentionsOf } from './marked';

const names = ({ form }: Mention): boolean => form === 'name';
const described = ({ form }: Mention): boolean => form === 'role' || form === 'unnamed' || form === 'document';

/** The one mention of that form in a text. */
function only(text: string, choose: (mention: Mention) => boolean = names): Mention {
  const [mention, ...more] = mentionsOf(text).filter(choose);
  if (!mention || more.length > 0) throw new Error(`not one mention in ${bracketed(text)}`);
  return mention;
}

const part = (text: string, span: readonly [number, number] | null): string | null => span && text.slice(span[0], span[1]);

describe('names', () => {
  it.each([
    ['a full name', 'The award went to [Ana Ruiz] on Friday.'],
    ['a surname', 'For years [Ruiz] had refused.'],
    ['a name that opens a sentence', '[Mira Feld] said the bridge was safe.'],
    ['initials', 'It was [J. R. Hartwell] who signed.'],
    ['a suffix', 'It went to [Tom Hale Jr.] in May.'],
    ['a particle', 'They met [Ursula van der Berg] and [Luis de la Cruz].'],
    ['a Gaelic name', 'They met [Siobhán O’Leary] and [Ewan McTavish].'],
    ['a hyphenated name', 'They met [Anne-Marie Smith-Jones] there.'],
    ['an Arabic name', 'They met [Hassan al-Masri] there.'],
    ['a Korean name', 'The talks with [Park Ji-won] failed.'],
    ['a form of address', 'It was [Mrs Ruiz] who signed.'],
    ['a rank', 'It was [Det. Sgt. Tom Hale] who signed.'],
    ['a knight', 'It was [Sir Alan Crewe] who signed.'],
    ['a nickname', 'It was [Vladimir “Vova” Kemp] who signed.'],
  ])('%s', (_, text) => expect(bracketed(text.replaceAll(/[[\]]/g, ''), names)).toBe(text));

  it.each([
    ['an office before it', 'The [Russian Foreign Minister Ivan Petrov] left.', 'Russian Foreign Minister'],
    ['an office in small letters', 'Then [coach Ana Ruiz] left.', 'coach'],
    ['more than one word', 'Then [former deputy mayor Ana Ruiz] left.', 'former deputy mayor'],
    ['a body before the office', 'Then [Northfield council leader Ana Ruiz] left.', 'Northfield council leader'],
    ['an owner', 'Then [the club’s head coach, Ana Ruiz], left.', 'the club’s head coach'],
    ['an office of state', 'Then [Secretary of State Ana Ruiz] left.', 'Secretary of State'],
    ['an office and what it is over', 'The [Minister for Fisheries Ana Ruiz] left.', 'Minister for Fisheries'],
  ])('role: %s', (_, marked, role) => {
    const text = marked.replaceAll(/[[\]]/g, '');
    const mention = only(text, ({ form, name }) => form === 'name' && part(text, name) !== 'Northfield');
    expect(part(text, mention.role)).toBe(role);
    expect(text.slice(...mention.span)).toContain(text.slice(...(mention.name ?? [0, 0])));
  });

  it.each([
    ['after a comma', 'Ana Ruiz, the club’s coach, left.', 'the club’s coach'],
    ['with an article', 'Ana Ruiz, a nurse from Leeds, left.', 'nurse from Leeds'],
    ['after an age', 'Ana Ruiz, 43, a nurse from Leeds, left.', 'nurse from Leeds'],
    ['without an article', 'Ana Ruiz, chief executive of Acme, left.', 'chief executive of Acme'],
    ['at the end', 'It was signed by Ana Ruiz, the minister.', 'minister'],
    ['in capitals', 'Ana Ruiz, Minister for Health, left.', 'Minister for Health'],
  ])('role in apposition: %s', (_, text, role) => {
    const mention = mentionsOf(text).find(({ words }) => words.includes('ruiz'));
    expect(part(text, mention?.role ?? null)).toBe(role);
  });

  it.each([
    ['a subject that follows a phrase with a name', 'After talks with Ana Ruiz, the minister said no.'],
    ['a list', 'Ana Ruiz, the judge and the clerk all left.'],
  ])('no apposition: %s', (_, text) => expect(mentionsOf(text).find(({ words }) => words.includes('ruiz'))?.role).toBeNull());

  it.each([
    ['of the weather', 'Heavy rain fell. Roads were closed. Trees came down.'],
    ['of time', 'Yesterday it rained. On Monday, in May, it will not.'],
    ['of order', 'However, nothing came of it. Meanwhile, prices rose.'],
    ['in a quotation', '“Nobody asked us. Nothing was said,” the note read.'],
    ['of place', 'In London and in northern France it rained.'],
    ['of origin', 'A French wine and a Russian doll stood there.'],
  ])('none among ordinary words: %s', (_, text) => expect(bracketed(text, names)).toBe(text));
});

describe('organisations', () => {
  it.each([
    ['by their last word', 'A vote by [Northfield Borough Council] is due.'],
    ['with “of”', 'A note from the [Ministry of Defence] is due.'],
    ['with “of” and “and”', 'A note from the [Department for Work and Pensions] is due.'],
    ['with an ampersand', 'A note from [Marlow & Finch] is due.'],
    ['by letters', 'A note from [NATO] is due.'],
    ['a company', 'A note from [Brightwater Holdings Ltd] is due.'],
    ['a club', 'They beat [Riverton United] again.'],
    ['with its acronym', 'A note from [Calder Valley Water Authority (CVWA)] is due.'],
    ['with its name behind the acronym', 'A note from the [CVW [Calder Valley Water]] is due.'],
  ])('%s', (_, text) => {
    const plain = text.replaceAll(/(?<!CVW )\[|\](?!\])/g, '').replace('Water]]', 'Water]');
    const found = mentionsOf(plain).filter(names);
    expect(found.map(({ span, kind }) => [plain.slice(...span), kind])).toEqual([
      [text.slice(text.indexOf('[') + 1, text.lastIndexOf(']')), 'organization'],
    ]);
  });

  it('keeps the acronym as another name', () => expect(only('The Calder Valley Water Authority (CVWA) met.').alias).toBe('cvwa'));

  it.each([
    ['a seat of power', 'The [Kremlin] denied it.'],
    ['a house', 'The [White House] denied it.'],
    ['a street', '[Downing Street] denied it.'],
    ['a capital', '[Beijing] denied it.'],
    ['a country', '[France] has rejected the plan.'],
  ])('a place that speaks: %s', (_, text) => expect(bracketed(text.replaceAll(/[[\]]/g, ''), names)).toBe(text));
});

describe('descriptions', () => {
  it.each([
    ['an office', '[The minister] left.', 'role'],
    ['a part', '[The defendant] left.', 'role'],
    ['an owner', '[His lawyer] left.', 'role'],
    ['a spokesman', '[A spokesman for [the council]] left.', 'role'],
    ['an institution', '[The ministry] left.', 'role'],
    ['police', '[Police] left.', 'role'],
    ['a source', '[A source] spoke.', 'unnamed'],
    ['another', '[Another official] spoke.', 'unnamed'],
    ['several', '[Three sources] spoke.', 'unnamed'],
    ['an official', '[A senior official] spoke.', 'unnamed'],
    ['people together', '[Residents] spoke.', 'unnamed'],
    ['critics', '[Some critics] spoke.', 'unnamed'],
    ['experts', '[Experts] spoke.', 'unnamed'],
    ['people close to something', '[People close to the talks] spoke.', 'unnamed'],
    ['a report', '[The report] says so.', 'document'],
    ['a study', '[A new study] says so.', 'document'],
    ['papers', '[Court papers] say so.', 'document'],
  ])('%s', (_, text, form) => {
    const plain = text.replaceAll(/[[\]]/g, '');
    expect(bracketed(plain, described)).toBe(text);
    expect(mentionsOf(plain).find(described)?.form).toBe(form);
  });

  it.each([
    ['A source spoke.', 'bare'],
    ['A source familiar with the talks spoke.', 'described'],
    ['A senior official who asked not to be named spoke.', 'described'],
    ['Two officials spoke.', 'described'],
    ['Officials spoke.', 'collective'],
    ['Critics spoke.', 'collective'],
    ['A spokeswoman for the bank spoke.', 'role'],
    ['The judge spoke.', 'role'],
    ['The ministry spoke.', 'role'],
    ['Police spoke.', 'role'],
    ['Ana Ruiz spoke.', 'named'],
  ])('how much is given away: %s', (text, anonymity) => expect(mentionsOf(text)[0]?.anonymity).toBe(anonymity));

  it.each(['They report to us.', 'She will study law and state her case.', 'He had to judge it.', 'We bank on it, and they police it.'])(
    'none among verbs: %s',
    (text) => expect(bracketed(text, described)).toBe(text),
  );
});

describe('gender', () => {
  it.each([
    ['Mrs Ruiz left.', 'female'],
    ['Mr Ruiz left.', 'male'],
    ['Sir Robin Crewe left.', 'male'],
    ['Dame Robin Crewe left.', 'female'],
    ['Maria Lund left.', 'female'],
    ['Dmitri Lund left.', 'male'],
    ['Robin Lund left.', null],
    ['The spokeswoman left.', 'female'],
    ['Spokeswoman Robin Lund left.', 'female'],
    ['The actress left.', 'female'],
    ['She left.', 'female'],
    ['The judge left.', null],
  ])('%s', (text, gender) => expect(mentionsOf(text)[0]?.gender).toBe(gender));
});

describe('mentions', () => {
  it('tells what stands in somebody’s quotation', () => {
    const found = mentionsOf('“I told Ana Ruiz that she was right,” he said.');
    expect(found.map(({ words, quoted }) => [words.join(' '), quoted])).toEqual([
      ['i', true],
      ['ana ruiz', true],
      ['she', true],
      ['he', false],
    ]);
  });

  it('gives the same for the same text, in order, whatever the text is', () => {
    const piece = fc.constantFrom(
      'Ana Ruiz',
      ' said',
      'Mr ',
      'the ',
      'minister',
      ', ',
      '(',
      ')',
      ' of ',
      'Council',
      '“',
      '”',
      '’s ',
      ' and ',
      '43',
      '. ',
      '\ud800',
      '-',
      'NATO',
      ' a source ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        const found = mentionsOf(text);
        expect(mentionsOf(text)).toEqual(found);
        for (const [i, { span, name, role }] of found.entries()) {
          expect(span[0]).toBeGreaterThanOrEqual(found[i - 1]?.span[0] ?? 0);
          for (const inner of [span, name, role]) {
            if (!inner) continue;
            expect(inner[1]).toBeGreaterThan(inner[0]);
            expect(inner[1]).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
