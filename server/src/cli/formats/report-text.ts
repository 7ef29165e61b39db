import { count, english, percent, words } from '../../report/say';
import type { Sources, Speaker } from '../../report/sources';
import { together } from '../../report/together';
import { harmless, type Paint, paint, widthOf } from '../terminal';
import type { Formatter } from './format';
import type { ReportedFile } from './reported';

/** The most speakers that an article is shown with. */
const MOST = 12;
const QUOTED = '█';
const REPORTED = '░';

/** `report --format text`: who speaks and how much, as bars, and which claims need a source. */
export function reportText(options: { readonly colour: boolean; readonly columns: number }): Formatter<ReportedFile> {
  const style = paint(options.colour);
  const all: Sources[] = [];
  return {
    begin: () => '',
    file({ file, sources }) {
      all.push(sources);
      const title = sources.title === '' ? '' : `${style.bold(harmless(sources.title))}\n`;
      return `${style.dim(harmless(file))}\n${title}${figuresOf(sources)}\n\n${speakersOf(sources, style, options.columns)}${claimsOf(sources, file, style)}`;
    },
    end() {
      if (all.length === 0) return '';
      const legend = style.dim(`${QUOTED} quoted  ${REPORTED} reported`);
      return all.length === 1
        ? `${legend}\n`
        : `${style.bold(count(english, all.length, '{0} article', '{0} articles'))}: ${figuresOf(together(all))}\n${legend}\n`;
    },
  };
}

function figuresOf({ words: length, speakers, quotes, claims }: Sources): string {
  const unnamed = speakers.filter((speaker) => speaker.unnamed).length;
  const open = claims.filter(({ needsSource }) => needsSource).length;
  const speaking = count(english, speakers.length, '{0} speaker', '{0} speakers');
  const checkable = count(english, claims.length, '{0} claim', '{0} claims');
  return [
    words(english, length),
    unnamed > 0 ? `${speaking}, ${unnamed} unnamed` : speaking,
    count(english, quotes, '{0} quote', '{0} quotes'),
    open > 0 ? `${checkable}, ${count(english, open, '{0} needs a source', '{0} need a source')}` : checkable,
  ].join(' · ');
}

function speakersOf({ speakers, words: whole }: Sources, style: Paint, columns: number): string {
  if (speakers.length === 0) return '  Nobody speaks in this article.\n\n';
  const most = Math.max(1, ...speakers.map(({ direct, indirect }) => direct + indirect));
  const named = Math.max(16, Math.floor(columns * 0.45));
  const room = Math.max(8, columns - named - 18);
  const rows = speakers.slice(0, MOST).map((speaker) => {
    const { direct, indirect } = speaker;
    const solid = Math.round((room * direct) / most);
    const both = Math.max(Math.round((room * (direct + indirect)) / most), direct + indirect > 0 ? 1 : 0);
    const bar =
      style.blue(QUOTED.repeat(solid)) + style.cyan(REPORTED.repeat(Math.max(0, both - solid))) + ' '.repeat(room - Math.max(solid, both));
    const numbers = `${String(direct + indirect).padStart(6)} ${percent(english, direct + indirect, whole).padStart(6)}`;
    return `  ${padded(labelOf(speaker), named)} ${bar}${numbers}\n`;
  });
  if (speakers.length > MOST) rows.push(`  ${style.dim(`and ${speakers.length - MOST} more`)}\n`);
  return `${rows.join('')}\n`;
}

const labelOf = ({ name, role, unnamed }: Speaker): string =>
  harmless(`${name}${role === null ? '' : `, ${role}`}${unnamed ? ' (unnamed)' : ''}`);

/** Text as wide as a column of a terminal, cut or filled up. */
function padded(text: string, width: number): string {
  let shown = text;
  if (widthOf(text) > width) {
    const characters = Array.from(text);
    // The mark of the unnamed stays in sight.
    const tail = text.endsWith(' (unnamed)') ? '… (unnamed)' : '…';
    while (characters.length > 0 && widthOf(characters.join('')) + widthOf(tail) > width) characters.pop();
    shown = characters.join('') + tail;
  }
  return shown + ' '.repeat(Math.max(0, width - widthOf(shown)));
}

function claimsOf({ claims }: Sources, file: string, style: Paint): string {
  const open = claims.filter(({ needsSource }) => needsSource);
  if (open.length === 0) return '';
  return `${open
    .map(
      ({ text, place }) =>
        `  ${style.yellow('needs a source')}  ${style.dim(`${harmless(file)}:${place.start.line + 1}:${place.start.character + 1}`)}\n  ${harmless(text)}\n`,
    )
    .join('')}\n`;
}
