/**
 * The sources of an article, as the Sources view and the report show them, and as `onrecord/sources` and `onrecord report --format json` hand them
 * out: plain JSON. Places are the protocol's positions; `at` counts words from the article's first, so that shares of the article can be drawn.
 */
export interface Sources {
  readonly schema: 1;
  /** The headline; empty where there is none. */
  readonly title: string;
  /** How many words the article has, without bylines, credits and datelines. */
  readonly words: number;
  /** How many quotes: a speech over several paragraphs, or around its cue, is one; titles and words held at arm's length are none. */
  readonly quotes: number;
  /** Everybody who says something or passes it on, the one with most words first. */
  readonly speakers: readonly Speaker[];
  /** Everything that somebody is said to have said, and every quote that nobody is, in order of place. */
  readonly utterances: readonly Utterance[];
  /** In order of place. */
  readonly claims: readonly SourcedClaim[];
  /** Who passed whom on, in order of their first time. */
  readonly relays: readonly Relay[];
}

/** A place in the text: lines and characters count from 0, as in the Language Server Protocol. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** A stretch of the text. */
export interface Stretch {
  readonly start: Place;
  readonly end: Place;
}

/** Words from the article's first on: `[from, to)`. */
export type WordSpan = readonly [from: number, to: number];

/** What a speaker is. */
export type SpeakerKind = 'person' | 'organization' | 'document' | 'anonymous' | 'group';

/** Somebody who speaks in the article. */
export interface Speaker {
  /** The same after an edit that leaves the name alone. */
  readonly id: string;
  readonly name: string;
  /** As the article gives it; null where it gives none. */
  readonly role: string | null;
  readonly kind: SpeakerKind;
  /** The article gives neither name nor office. */
  readonly unnamed: boolean;
  /** Words in quotation marks, and words reported. Each word of the article counts once, for whoever said it first-hand. */
  readonly direct: number;
  readonly indirect: number;
  /** Words of others that the speaker passed on. */
  readonly passedOn: number;
  /** The first place that names the speaker. */
  readonly place: Stretch;
  /** All places that name the speaker, in order. */
  readonly mentions: readonly Stretch[];
}

/** Something said. */
export interface Utterance {
  /** The same after an edit elsewhere. */
  readonly id: string;
  /** The id of its speaker; null where nobody is named, or who that is is not clear. */
  readonly speaker: string | null;
  /** What the sentence calls an unclear speaker; null where it names nobody, or where `speaker` says. */
  readonly calledBy: string | null;
  readonly kind: 'direct' | 'indirect' | 'mixed';
  /** What was said, on one line, shortened where it is long. */
  readonly text: string;
  /** How many of the article's words; none where another is closer to them. */
  readonly words: number;
  /** Which words. */
  readonly at: readonly WordSpan[];
  /** How many of these stand in quotation marks. */
  readonly quoted: number;
  /** Who passed it on, the nearest first, by name. */
  readonly via: readonly string[];
  readonly place: Stretch;
  /** The stretches that it is made of. */
  readonly parts: readonly Stretch[];
  /** The ids of the claims in it. */
  readonly claims: readonly string[];
}

/** Who stands behind a claim. */
export type ClaimSupport = 'none' | 'anonymous' | 'secondhand' | 'attributed' | 'cited' | 'verified' | 'disputed';

/** The kinds of support, from what an editor has to look at to what is done. */
export const SUPPORTS: readonly ClaimSupport[] = ['none', 'disputed', 'anonymous', 'secondhand', 'attributed', 'cited', 'verified'];

/** A statement that can be checked. */
export interface SourcedClaim {
  /** The same after an edit elsewhere. */
  readonly id: string;
  readonly text: string;
  readonly support: ClaimSupport;
  /** It is reported on as having no source. */
  readonly needsSource: boolean;
  /** Those who stand behind it, by id, first-hand ones alone. */
  readonly speakers: readonly string[];
  /** Those who deny it, by id. */
  readonly disputedBy: readonly string[];
  readonly at: WordSpan;
  readonly place: Stretch;
}

/** Somebody passes on somebody else's words. */
export interface Relay {
  readonly carrier: RelayEnd;
  readonly carried: RelayEnd;
  /** How often. */
  readonly times: number;
  /** The first time. */
  readonly place: Stretch;
}

/** One end of a relay: a speaker, or the words for one that is not clear. */
export interface RelayEnd {
  readonly speaker: string | null;
  readonly name: string;
  readonly unnamed: boolean;
}
