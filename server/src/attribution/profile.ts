import type { Figure } from './figures';

/** What is told of a speaker. */
export type Profile = Readonly<Pick<Figure, 'kind' | 'gender' | 'anonymity' | 'words' | 'name' | 'role' | 'speaks' | 'placed' | 'times'>>;

/** What the figures of a speaker tell together, one of each chapter that has it: the fullest name, and of everything else what is told first. */
export function profileOf(figures: readonly Figure[]): Profile {
  const [first, ...others] = figures;
  if (!first) throw new RangeError('nobody’s profile');
  if (others.length === 0) return first;
  const { kind, gender, anonymity, words, name, role, speaks, placed, times } = first;
  const profile = { kind, gender, anonymity, words, name, role, speaks, placed, times };
  for (const other of others) {
    profile.kind ??= other.kind;
    profile.gender ??= other.gender;
    profile.role ??= other.role;
    profile.speaks ||= other.speaks;
    profile.times += other.times;
    if (isFullerName(other, profile)) {
      profile.words = other.words;
      profile.name = other.name;
    }
  }
  return profile;
}

/** Whether the first has more words in its name, or the same ones written in full. */
const isFullerName = (a: Pick<Profile, 'words' | 'name'>, b: Pick<Profile, 'words' | 'name'>): boolean =>
  a.words.length > b.words.length ||
  (a.words.length === b.words.length && a.name.length > b.name.length && a.words.every((word, i) => word === b.words[i]));

/** Who belongs in the list of an article's speakers: who speaks, and the people and organisations that it names. */
export function isKept(of: Profile): boolean {
  if (of.times === 0) return false;
  if (of.speaks) return true;
  if (of.words.length > 0) {
    if (of.kind === 'person') return true;
    // "the Great Recession": only its article makes it look like a body.
    if (of.kind === 'organization') return !of.placed || of.times > 1;
    return of.kind === null && !of.placed && looksLikePerson(of);
  }
  return of.kind === 'person' && of.anonymity === 'role' && of.times > 1;
}

/** Words that are hardly anybody's: "Training Day", "Economic Dialogue", "FULL TEXT". */
const THING =
  /(?:ing|tion|sion|ment|ness|ship|ity|ism|ance|ence|day|hour|week|war|way|act|plan|deal|series|text|show|book|games?|rights?|style|logue|ics|ture|gate|wall|cup|prize|award|awards|festival|project|road|test|line|side|age|night|world|health|science|energy|security)$/;

/** Whether a name that nothing else is known of may be a person's: two to four words, none of them a thing's, not all in capitals. */
function looksLikePerson({ words, name }: Profile): boolean {
  return words.length > 1 && words.length < 5 && name !== name.toUpperCase() && !words.some((word) => THING.test(word));
}
