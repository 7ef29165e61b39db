import { clock } from '../../features/document-places';
import { ALLOWED } from '../../features/evidence-cards';
import { whereIs } from '../../rules/judged-quotes';
import { OUTCOMES, TONES, type Verified, type VerifiedFile } from '../verified';
import { escapeHtml, pageStart } from './annotation-html';
import type { Formatter } from './format';
import { SHEET_STYLE } from './sheet-style';

/** `verify --format html`: a fact-checker's sheet, with a box to tick for each quote and claim. Needs nothing else, runs no script, loads nothing; all text is escaped. */
export const verifyHtml = (): Formatter<VerifiedFile> => ({
  begin: () => pageStart('Fact-checker’s sheet', SHEET_STYLE),
  file: sheet,
  end: () => '</body>\n</html>\n',
});

function sheet({ file, article, lines, items }: VerifiedFile): string {
  const [first] = article.blocks;
  const headline = first?.kind === 'headline' ? article.text.slice(...first.span).replace(/^#+\s*/, '') : file;
  const { documents } = article.evidence;
  const facts = [
    `${count(items, 'quote')}, ${count(items, 'claim')}`,
    documents === 0 ? 'no documents beside it' : `held against ${documents} ${documents === 1 ? 'document' : 'documents'}`,
  ];
  const rows = items.map((item, i) => row(item, lines.positionAt(item.span[0]).line + 1, `${i + 1}`));
  return `<article>
<header>
<p class="file">${escapeHtml(file)}</p>
<h1>${escapeHtml(headline)}</h1>
<p class="facts">${escapeHtml(facts.join(' · '))}</p>
<p class="sign"><span>Checked by</span><span>Date</span></p>
</header>
<ol>
${rows.join('\n')}
</ol>
</article>
`;
}

const count = (items: readonly Verified[], kind: Verified['kind']): string => {
  const all = items.filter((item) => item.kind === kind).length;
  return `${all} ${kind}${all === 1 ? '' : 's'}`;
};

function row(item: Verified, line: number, number: string): string {
  const { kind, outcome, text, speaker, places, changes, allowed, verdicts } = item;
  const by = speaker === null ? '' : `<span class="by">${escapeHtml(speaker)}</span>`;
  const told = verdicts.map(
    ({ verdict, by: who }) =>
      `<li class="verdict">${escapeHtml(`Marked ${verdict.replace('-', ' ')}${who === null ? '' : ` by ${who}`}`)}</li>`,
  );
  return `<li class="${kind} ${TONES[outcome]}">
<label><input type="checkbox"><span class="number">${number}</span></label>
<div>
<p class="head"><span class="outcome">${OUTCOMES[outcome]}</span><span class="kind">${kind}, line ${line}</span>${by}</p>
<p class="text">${escapeHtml(text.replace(/\s+/g, ' '))}</p>
<ul>
${[...changes.map(difference), ...(allowed.length > 0 ? [`<li>${escapeHtml(allowed.map((one) => ALLOWED[one]).join(', '))}</li>`] : []), ...places.map(found), ...told].join('\n')}
</ul>
<p class="note" aria-hidden="true"></p>
</div>
</li>`;
}

function difference({ quoted, said }: Verified['changes'][number]): string {
  const parts = [quoted === '' ? '' : `<del>${escapeHtml(quoted)}</del>`, said === '' ? '' : `<ins>${escapeHtml(said)}</ins>`].filter(
    (part) => part !== '',
  );
  return `<li class="change">${parts.join(' ')}</li>`;
}

function found({ place, bearing }: Verified['places'][number]): string {
  const when = place.seconds === null ? '' : ` at ${clock(place.seconds)}`;
  const who = place.speaker === null ? '' : `, ${place.speaker}`;
  const how = bearing === 'differs' ? 'otherwise in ' : bearing === 'related' ? 'on it: ' : '';
  return `<li><span class="where">${escapeHtml(`${how}${whereIs(place)}${when}${who}`)}</span> <q>${escapeHtml(place.words)}</q></li>`;
}
