import type { Article, Configuration, Service } from '../service';

/** What a rehearsal needs of the server. */
export interface RehearsalHost {
  service(): Service;
  /** Resolves when others have had their turn. */
  turn(): Promise<void>;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
}

/** The most of an article that is rehearsed with, in UTF-16 units: some thousand words. */
const EXCERPT = 6_000;
/** How many keystrokes are rehearsed at most, and for how long, in milliseconds: after that the engine has compiled what a keystroke takes. */
const KEYSTROKES = 200;
const LONGEST = 600;
/** How far apart they fall, in UTF-16 units: in one paragraph after the other. */
const STRIDE = 389;

/**
 * Rehearses typing while nobody wants anything, so that the first keystrokes are as quick as the later ones: the engine compiles code as it is used, and until then
 * a keystroke takes several times as long (measured at 10,000 words: five times, for some twenty keystrokes). Happens once, on a copy of the
 * beginning of an article that is open; nothing of it is kept or shown.
 */
export class Rehearsal {
  private left = KEYSTROKES;
  private spent = 0;
  private heard = 0;
  private going = false;

  constructor(private readonly host: RehearsalHost) {}

  /** Something is wanted of the server: the rehearsal gives way. */
  interrupt(): void {
    this.heard++;
  }

  /** Whether there is nothing left to rehearse. */
  get isOver(): boolean {
    return this.left <= 0 || this.spent >= LONGEST;
  }

  /** Goes on with it, on the beginning of `article`, until it is over or interrupted. */
  async goOn(article: Article, configuration: Configuration): Promise<void> {
    if (this.going || this.isOver) return;
    this.going = true;
    const { service, now, turn } = this.host;
    const before = this.heard;
    const { format } = article;
    try {
      let text = beginningOf(article.text);
      let draft = service().analyse(text, { format });
      let colours: number[] = [];
      while (!this.isOver && text.length > 0) {
        await turn();
        if (this.heard !== before) return;
        const start = now();
        const at = (this.left * STRIDE) % text.length;
        text = `${text.slice(0, at)}e${text.slice(at)}`;
        draft = service().analyse(text, { format, previous: draft });
        const findings = service().check(draft, configuration);
        service().diagnostics(draft, 'untitled:rehearsal', findings);
        colours = service().semanticTokens(draft, undefined, { findings, previous: colours });
        this.left--;
        this.spent += now() - start;
      }
    } finally {
      this.going = false;
    }
  }
}

/** The first lines of a text; of one long line its first part. */
function beginningOf(text: string): string {
  const end = text.lastIndexOf('\n', EXCERPT);
  return text.slice(0, text.length <= EXCERPT ? text.length : end > EXCERPT / 2 ? end : EXCERPT);
}
