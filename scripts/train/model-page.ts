import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const OPENING = `# The model

Weights that \`npm run train -- --corpus DIR\` made; this page is written by it. Trained on annotated news and speech (PolNeAR, GUM, ClaimBuster); none of
their text is here. The same corpora give the same bytes.

- *lexicon.bin*: frequent words by a 32-bit hash, with the tags they are seen with, a cluster of words that keep the same company, and how often they are part of a cue.
- *tagger.bin*: an averaged perceptron over hashed features, greedy from left to right, for the Penn Treebank's parts of speech.
- *attribution.bin*: two linear-chain conditional random fields and a judge. The first chain reads a paragraph and marks every source, cue and content. For each
  cue that it thinks possible the second marks that cue's own source and content, in features relative to the cue. The judge, a logistic regression, says how
  probable it is that the result is what an annotator would have; that is the confidence. The second chain learns from true cues only, with the first one's
  labels as it gives them on text that it has not seen; the judge from what both do on text that neither has seen.
- *claims.bin*: a linear model of check-worthiness over hashed features.

Weights are kept in eight bits. What is not measured here is measured by \`npm run eval\`.
`;

/** Writes MODEL.md: the sections trained now, and those of the page as it was. */
export function writeModelPage(file: string, folder: string, trained: ReadonlyMap<string, readonly string[]>): void {
  const sections = new Map(existsSync(file) ? sectionsOf(readFileSync(file, 'utf8')) : []);
  for (const [title, lines] of trained) sections.set(title, lines.map((line) => `- ${line}`).join('\n'));
  sections.set('Size', sizes(folder));
  const order = ['Parts of speech', 'Attribution', 'Check-worthiness', 'Size'];
  const body = order.flatMap((title) => (sections.has(title) ? [`## ${title}\n\n${sections.get(title)}\n`] : []));
  writeFileSync(file, [OPENING, ...body].join('\n'));
}

const sectionsOf = (page: string): [string, string][] =>
  page
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const end = section.indexOf('\n');
      return [section.slice(0, end), section.slice(end).trim()];
    });

function sizes(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.bin'));
  const rows = files.sort().map((name) => {
    const bytes = readFileSync(path.join(folder, name));
    return { name, raw: bytes.length, packed: gzipSync(bytes).length };
  });
  const total = (pick: (row: { raw: number; packed: number }) => number): number => rows.reduce((sum, row) => sum + pick(row), 0);
  rows.push({ name: 'all', raw: total(({ raw }) => raw), packed: total(({ packed }) => packed) });
  return [
    '| file | bytes | compressed |',
    '| --- | --- | --- |',
    ...rows.map(({ name, raw, packed }) => `| ${name} | ${raw} | ${packed} |`),
  ].join('\n');
}
