/** A byline is one line at most. */
const LONGEST = 160;

const NAME = "\\p{Lu}[\\p{L}'’.-]*";
const PARTICLE =
  '(?:de|da|del|della|der|den|di|du|dos|el|la|le|van|von|ter|al|bin|ibn|of|and|in|at|for|with|the|our|on|y|&|editor|correspondent|reporter|writer|columnist|staff)';
const WORDS = `${NAME}(?:,? (?:${NAME}|${PARTICLE})){0,14}`;

const BY = new RegExp(
  `^(?:[Bb]y|BY|(?:Live |Additional )?(?:[Ww]ritten|[Ww]ords|[Ss]tory|[Rr]eport|[Rr]eporting|[Tt]ext|[Cc]overage|[Ii]nterview|[Aa]nalysis|[Rr]eview|[Cc]omment|[Cc]ompiled)(?: and [a-z]{4,12})? by)[: ]\\s?(?:${WORDS})(?:(?:[,|·•/(@]| [|·•—–@(-] ?)[^.!?]{0,80})?$`,
  'u',
);
const STAFF =
  /^(?:[Bb]y|BY|[Ff]rom|FROM) (?:(?:our|an?|the) )?(?:own )?(?:(?:[\p{L}-]+) ){0,4}(?:correspondents?|reporters?|staff|agencies|writers?|editors?|bureau|team)(?:,? (?:in|at) [\p{L} ,]{2,40})?$/iu;
const FROM = new RegExp(`^(?:From|FROM) ${NAME}(?: (?:${NAME}|${PARTICLE})){1,6},? (?:in|at) ${NAME}(?: ${NAME}){0,3}$`, 'u');
const ROLE = new RegExp(
  `^${NAME}(?: (?:${NAME}|${PARTICLE})){1,5}(?:,| [|–—-]) (?:[\\p{L}’'&-]+ ){0,5}(?:[Ee]ditors?|[Cc]orrespondents?|[Rr]eporters?|[Ww]riters?|[Cc]olumnists?|[Bb]ureau|[Cc]ontributor|[Cc]ritic|[Ss]taff|[Pp]hotographer|[Pp]roducer|[Aa]gencies|News|Press|Reuters|AFP|Times|Post)(?: in ${NAME}| at large| [Cc]hief)?$`,
  'u',
);
/** "(Reporting by Jane Doe; Editing by …)" at an article's end. */
const CREDITS =
  /^[[(]?(?:(?:Additional |Compiled |Other )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Tt]ranslated|[Cc]ompiled|[Rr]eported)(?: and (?:writing|editing|reporting))? by) \p{Lu}/u;

const LONE_NAME = new RegExp(`^${NAME}(?: (?:${NAME}|de|da|del|van|von|al|bin)){1,3}(?:(?:,| and| &) ${NAME}(?: ${NAME}){1,3}){0,3}$`, 'u');

/** Whether the block `text` is nothing but names: a byline, where a date stands below it. */
export const isNames = (text: string): boolean => text.length <= 100 && LONE_NAME.test(text);

/** Whether the whole of the block `text` says who wrote it. `head`: it stands above the article's first paragraph. */
export function isByline(text: string, head: boolean): boolean {
  if (text.length > LONGEST * 2) return false;
  if (CREDITS.test(text)) return true;
  if (text.length > LONGEST || /[.!?]$/.test(text.replace(/\b\p{Lu}[\p{L}]?\.$/u, ''))) return false;
  if (BY.test(text) || STAFF.test(text)) return true;
  return head && (FROM.test(text) || ROLE.test(text));
}
