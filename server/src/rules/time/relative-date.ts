import type { Article } from '../../article';
import { inSnippet, stop } from '../fixes/snippet';
import type { Rule, RuleFacts } from '../rule';
import { inOwnWords, opensSentence } from '../sources';

const facts: RuleFacts = {
  code: 'time/relative-date',
  title: 'A day that moves with the reader',
  why: '“Last week” is another week for whoever reads the article next month, as most readers will. Give the date.',
  sources: [
    { guide: 'AP', says: 'Name the day within seven days of publication, and the date beyond them.' },
    { guide: 'Guardian and Observer style guide', says: 'Online, give the day or the date: “today” and “yesterday” do not last.' },
  ],
  severity: 'hint',
  optional: true,
  examples: {
    bad: [
      'SKARHOLM, June 12 (Clarion) - The ferry was sold last week, said Ida Brekke.\n',
      'Ferry sold\n\nThe ferry will sail again next month, said Ida Brekke.\n',
    ],
    good: [
      'Ferry sold\n\nThe ferry was sold on June 5, said Ida Brekke.\n',
      'Ferry sold\n\n“It was sold last week,” said Ida Brekke.\n',
      'Ferry sold\n\nIt rained in the last weeks of June.\n',
      'Ferry sold\n\nThe ferry will sail again next month, on August 2, said Ida Brekke.\n',
      'Ferry sold\n\nThe ferry has not moved for the last month, said Ida Brekke.\n',
    ],
  },
};

const RELATIVE = /\b(?:(?:earlier |later )?(?:last|next) (?:week|month)|(?:earlier|later) this (?:week|month)|the other day)\b(?! of)/gi;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DATE =
  /\b(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(\.?) (\d{1,2})\b/;

/** The date itself, right after: "next month on August 2", "earlier this week on Wednesday". */
const DATED =
  /^,? (?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z.]* \d|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/;
/** A stretch of time, or a thing that has been told of: "for the last month", "last week’s vote". */
const STRETCH = /\b(?:for|over|in|during|throughout) the $/i;

const relativeDates = inOwnWords(RELATIVE);

/** Reports weeks and months that are counted from the day of writing. */
export const timeRelativeDate: Rule = {
  facts,
  check: (article) =>
    relativeDates(article).flatMap(({ span, match }) => {
      const after = article.text.slice(span[1], span[1] + 24);
      if (DATED.test(after) || /^[’']s?\b/.test(after) || STRETCH.test(article.text.slice(Math.max(0, span[0] - 16), span[0]))) return [];
      const message = `“${match[0]}” moves with the reader. Give the date.`;
      return [{ code: facts.code, severity: facts.severity, span, message, related: [] }];
    }),
  fixes(article, { span }) {
    const words = article.text.slice(...span).toLowerCase();
    const guess = dateFor(article, words);
    const on = opensSentence(article, span[0]) ? 'On' : 'on';
    const text = guess === null ? `${on} ${stop(1, 'date')}` : `${on} \${1:${inSnippet(guess)}}`;
    const title = guess === null ? 'Give the date' : `Give the date, counted from the dateline: on ${guess}`;
    return [{ title, edits: [{ span, text, snippet: true }], preferred: true, safe: false }];
  },
};

/** The day a week or a month from the dateline's, in its own style; null where no dateline tells. */
function dateFor({ blocks }: Article, words: string): string | null {
  const dateline = blocks.find(({ kind }) => kind === 'dateline')?.analysis.text ?? '';
  const [, name = '', dot = '', day = ''] = DATE.exec(dateline) ?? [];
  const month = MONTHS.findIndex((full) => name !== '' && full.startsWith(name.slice(0, 3)));
  if (month < 0) return null;
  const back = words.startsWith('last') || words.startsWith('earlier');
  const short = name.length < (MONTHS[month]?.length ?? 0);
  const written = (m: number, d: number): string => {
    const full = MONTHS[(m + 12) % 12] ?? name;
    return `${short && full.length > 4 ? `${full.slice(0, full === 'September' ? 4 : 3)}${dot}` : full} ${d}`;
  };
  if (words.endsWith('month'))
    return written(month + (back ? -1 : 1), Number(day))
      .replace(/ \d+$/, '')
      .trim();
  const moved = Number(day) + (back ? -7 : 7);
  if (moved < 1) return written(month - 1, moved + (DAYS[(month + 11) % 12] ?? 30));
  const length = DAYS[month] ?? 30;
  return moved > length ? written(month + 1, moved - length) : written(month, moved);
}
