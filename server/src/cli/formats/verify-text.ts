import { clock } from '../../features/document-places';
import { harmless, type Paint, paint } from '../terminal';
import { OUTCOMES, TONES, type Verified, type VerifiedFile } from '../verified';
import { pointTo } from './beside';
import type { Formatter, ReadFile } from './format';

const COLOURS = { good: 'green', bad: 'red', open: 'yellow' } as const satisfies Record<string, keyof Paint>;

/** `verify --format text`: each quote and claim with what was found for it, and a count at the end. */
export function verifyText({ colour, columns }: { readonly colour: boolean; readonly columns: number }): Formatter<VerifiedFile> {
  const style = paint(colour);
  const counts = new Map<string, number>();
  let files = 0;
  return {
    begin: () => '',
    file(read) {
      files++;
      for (const { kind, outcome } of read.items) {
        const key = `${kind} ${OUTCOMES[outcome]}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      if (read.items.length === 0) return '';
      const beside = read.article.evidence.documents;
      const head = `${style.bold(harmless(read.file))}  ${style.dim(beside === 0 ? 'no documents beside it' : `${beside} ${beside === 1 ? 'document' : 'documents'} beside it`)}`;
      return `${head}\n\n${read.items.map((item) => describe(read, item, style, columns)).join('\n')}\n`;
    },
    end() {
      if (files === 0) return '';
      const told = ['quote', 'claim'].map((kind) => {
        const mine = [...counts].filter(([key]) => key.startsWith(`${kind} `));
        const all = mine.reduce((sum, [, count]) => sum + count, 0);
        const by = mine.map(([key, count]) => `${count} ${key.slice(kind.length + 1)}`);
        return `${all} ${kind}${all === 1 ? '' : 's'}${by.length > 0 ? `: ${by.join(', ')}` : ''}.`;
      });
      return `${told.join('\n')}\n`;
    },
  };
}

function describe({ file, lines }: ReadFile, item: Verified, style: Paint, columns: number): string {
  const { line, character } = lines.positionAt(item.span[0]);
  const outcome = style[COLOURS[TONES[item.outcome]]](OUTCOMES[item.outcome]);
  const by = item.speaker === null ? '' : style.dim(`  ${harmless(item.speaker)}`);
  return [
    `  ${harmless(file)}:${line + 1}:${character + 1}  ${item.kind}  ${outcome}${by}`,
    `    ${cut(item.text, columns - 4)}`,
    ...item.changes.map(({ quoted, said }) => `    ${change(harmless(quoted), harmless(said), style)}`),
    ...item.places.map(({ place }) => {
      const when = place.seconds === null ? '' : ` at ${clock(place.seconds)}`;
      const where = `${harmless(pointTo(place))}${when}`;
      return `    ${style.dim(`${where}${place.speaker === null ? '' : `  ${harmless(place.speaker)}`}`)}  ${cut(place.words, columns - where.length - 8)}`;
    }),
    ...item.verdicts.map(({ verdict, by: who }) => `    ${style.blue(verdict)}${who === null ? '' : ` by ${harmless(who)}`}`),
    '',
  ].join('\n');
}

function change(quoted: string, said: string, { red, green }: Paint): string {
  if (quoted === '') return `${green(`+ ${said}`)}  left out`;
  return said === '' ? `${red(`- ${quoted}`)}  not in the source` : `${red(`- ${quoted}`)}  ${green(`+ ${said}`)}`;
}

function cut(text: string, room: number): string {
  const line = harmless(text).replace(/\s+/g, ' ');
  const most = Math.max(30, room);
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
