import { describe, expect, test } from 'vitest';
import { analyse } from '../../../server/src/article';
import { linkAttributions } from '../../../server/src/attribution/link';
import type { Speakers } from '../../../server/src/attribution/speakers';
import { analyseBlocks } from '../../../server/src/block';
import { type Judged, judgeSupport, type Support } from '../../../server/src/claims/support';
import type { Format } from '../../../server/src/text/format';
import { layOut } from '../../../server/src/text/layout';

const CLAIM = 'Rents in Carrow have doubled since 2019.';

/** The support of the claim whose words are in [[brackets]]; null where it is no claim. */
function supportOf(marked: string, format: Format = 'plain'): Support | null {
  const start = marked.indexOf('[[');
  const text = marked.replace('[[', '').replace(']]', '');
  return analyse(text, { format }).claims.find(({ span }) => span[0] <= start && start < span[1])?.support ?? null;
}

const paragraph = (text: string): string => `Rents in Carrow\n\nThe council met on Tuesday.\n\n${text}\n`;

describe('the support of a claim', () => {
  test.each<[Support, string]>([
    ['none', `[[${CLAIM}]]`],
    ['none', `The town clerk, Ida Brekke, said that it was late.\n\n[[${CLAIM}]]`],
    ['attributed', '[[Rents in Carrow have doubled since 2019, the town clerk, Ida Brekke, said.]]'],
    ['attributed', '[[According to the town clerk, Ida Brekke, rents in Carrow have doubled since 2019.]]'],
    ['attributed', '[[“Rents have doubled since 2019,”]] said the town clerk, Ida Brekke.'],
    ['anonymous', '[[Rents in Carrow have doubled since 2019, a source said.]]'],
    ['anonymous', '[[An official who asked not to be named said that rents in Carrow have doubled since 2019.]]'],
    ['cited', '[[Rents in Carrow have doubled since 2019]] (https://rents.example/2025).'],
    ['cited', `[[${CLAIM}]] [1]`],
  ])('is %s: %s', (support, text) => {
    expect(supportOf(paragraph(text))).toBe(support);
  });

  test('comes from links and footnotes in Markdown', () => {
    expect(supportOf(paragraph('[[Rents in Carrow have [doubled](https://rents.example) since 2019.]]'), 'markdown')).toBe('cited');
    expect(supportOf(paragraph(`[[${CLAIM}]][^1]\n\n[^1]: Register of rents, 2025.`), 'markdown')).toBe('cited');
    expect(supportOf(paragraph(`The [council](https://council.example) sat late. [[${CLAIM}]]`), 'markdown')).toBe('none');
  });

  test('is carried on within a paragraph, as a reader does', () => {
    expect(supportOf(paragraph(`The town clerk, Ida Brekke, said that nobody had built anything for years. [[${CLAIM}]]`))).toBe(
      'attributed',
    );
    expect(supportOf(paragraph(`A source said that nobody had built anything for years. [[${CLAIM}]]`))).toBe('anonymous');
    expect(supportOf(paragraph(`[[${CLAIM}]] “Nobody can pay that,” said the town clerk, Ida Brekke.`))).toBe('attributed');
  });

  test('comes from another place that says much the same', () => {
    const later = 'The town clerk, Ida Brekke, said that rents in Carrow had doubled since 2019.';
    expect(supportOf(paragraph(`[[${CLAIM}]]\n\nThe sea was calm.\n\n${later}`))).toBe('attributed');
  });

  test('is what the weakest link of a chain is worth', () => {
    const { claims } = analyse(paragraph('The Clarion said that according to a source, rents in Carrow had doubled since 2019.'));
    expect(claims.map(({ support }) => support)).toContain('anonymous');
  });

  test('says who denies it', () => {
    const { claims, attributions } = analyse(
      paragraph(
        'The town clerk, Ida Brekke, said that rents in Carrow had doubled since 2019.\n\nThe landlord, Tom Hale, denied the claim.',
      ),
    );
    const claim = claims.find(({ disputedBy }) => disputedBy.length > 0);
    expect(claim?.support).toBe('disputed');
    expect(attributions.map(({ id }) => id)).toEqual(expect.arrayContaining([...(claim?.disputedBy ?? [])]));
  });

  test.each([
    ['verified', 'verified'],
    ['disputed', 'disputed'],
    ['needs-source', 'none'],
  ] as const)('is what a person has judged: %s', (verdict, support) => {
    const text = paragraph('Rents in Carrow have doubled since 2019, the town clerk, Ida Brekke, said.');
    const start = text.indexOf('Rents in Carrow have');
    const judged = { span: [start, text.length - 1] as const, verdict, annotation: 'a1', by: 'Ana Ruiz' };
    const [claim] = analyse(text, { verdicts: [judged] }).claims;
    expect(claim).toMatchObject({ support, why: [{ code: `support.${verdict}` }, ...(claim?.why.slice(1) ?? [])] });
    expect(claim?.attributions).toHaveLength(1);
  });

  test('is not asked of questions, headlines, captions and credits', () => {
    expect(supportOf(paragraph('[[Have rents in Carrow doubled since 2019?]]'))).toBeNull();
    expect(supportOf(`[[Rents in Carrow have doubled since 2019]]\n\nThe council met on Tuesday.\n`)).toBeNull();
    expect(
      supportOf(
        'Rents in Carrow\n\nHouses in Carrow on June 3, 2025, where rents have doubled since 2019. © [[CARROW]] PRESS / Tom Hale\n\nThe council met.\n',
      ),
    ).toBeNull();
  });
});

describe('the support of claims in the next version', () => {
  const TEXT =
    'Tom Hale, the clerk, said that rents in Carrow had doubled since 2019.\n\nIda Brekke said that the harbour had 12 berths in 2020.';
  const standing = (() => {
    const { masked, blocks } = layOut(TEXT, 'plain');
    const { analyses, was } = analyseBlocks(masked, blocks);
    return { blocks, analyses, was: was.map((_, b) => b) };
  })();
  const { attributions, entities } = analyse(TEXT);
  /** Far from either. */
  const change = { start: 1000, before: 1000, after: 1000 };
  const spoken = (speakers: readonly string[]): Speakers => ({
    entities,
    choices: attributions.map((_, b) => [{ speaker: speakers[b] ?? null, candidates: [], why: [] }]),
  });
  const judge = (speakers: Speakers, old?: Judged): Judged => {
    const linked = linkAttributions(TEXT, standing, speakers, old?.linked);
    return judgeSupport({ text: TEXT, citations: [], change, standing, linked, entities: speakers.entities, verdicts: [] }, old);
  };
  const supports = ({ claims }: Judged) => claims.flat().map(({ support }) => support);

  test('follows a speaker who turns out to be somebody else', () => {
    const unnamed = entities.map((entity, e) => (e === 1 ? { ...entity, kind: 'anonymous' as const } : entity));
    const before = judge({ ...spoken(['e1', 'e1']), entities: unnamed });
    expect(supports(before)).toEqual(['attributed', 'attributed']);
    const after = judge({ ...spoken(['e1', 'e2']), entities: unnamed }, before);
    expect(supports(after)).toEqual(['attributed', 'anonymous']);
    expect(after.claims[0]).toBe(before.claims[0]);
  });

  test('follows a speaker who turns out to be unnamed', () => {
    const before = judge(spoken(['e1', 'e2']));
    const unnamed = entities.map((entity, e) => (e === 1 ? { ...entity, kind: 'anonymous' as const } : entity));
    expect(supports(judge({ ...spoken(['e1', 'e2']), entities: unnamed }, before))).toEqual(['attributed', 'anonymous']);
  });
});
