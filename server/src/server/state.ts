import { NotificationType } from 'vscode-languageserver';
import type { Format } from '../text/format';
import { formatOfLanguage } from '../text/formats';
import { type Looks, looksBinary, looksLike } from '../text/prose';
import type { OpenDocument } from './document';
import type { Settings } from './settings';

/** Longest text that is analysed, in UTF-16 units: some 850,000 words. */
export const LARGEST = 5_000_000;

/** Whether On Record reads a document, and if not, why. */
export type State = 'on' | 'off-by-setting' | 'off-for-file' | 'not-prose' | 'binary' | 'too-large';

/** A document's state, and what its text looks like where that decided. */
export interface Verdict {
  readonly state: State;
  readonly looks?: Looks;
}

/** What is known of a document besides its text. */
export interface Circumstances {
  readonly settings: Settings;
  /** What the person has said of this file; undefined where nothing. */
  readonly wanted: boolean | undefined;
  /** It was on a moment ago: a draft is not turned off for becoming a list while it is edited. */
  readonly wasOn: boolean;
  /** Formats that are read although they have to be asked for. */
  readonly formats: readonly Format[];
}

/** Decides whether a document is read. Cheap, whatever its size. */
export function judge({ languageId, text }: OpenDocument, { settings, wanted, wasOn, formats }: Circumstances): Verdict {
  if (wanted === false) return { state: 'off-for-file' };
  if (!settings.enable && wanted !== true) return { state: 'off-by-setting' };
  if (text.length > LARGEST) return { state: 'too-large' };
  if (looksBinary(text)) return { state: 'binary' };
  const format = formatOfLanguage(languageId);
  if (format.onlyAsked && wanted !== true && !formats.includes(format.id)) return { state: 'off-for-file' };
  if (languageId === 'article' || wanted === true || wasOn) return { state: 'on' };
  const looks = looksLike(format.onlyAsked ? format.read(text).masked : text);
  return looks === 'prose' ? { state: 'on' } : { state: 'not-prose', looks };
}

/** How many of what there are in an article. */
export interface Counts {
  readonly quotes: number;
  readonly speakers: number;
  readonly claims: number;
  readonly findings: number;
}

/** What a client is told of a document; `counts` where it is on. */
export interface StatusParams extends Verdict {
  readonly uri: string;
  readonly counts?: Counts;
}

/** Server to client: a document's state or counts have changed. */
export const StatusNotification = new NotificationType<StatusParams>('onrecord/status');

/** Client to server: the person has turned a file on or off, or (null) leaves it to the settings and the text again. */
export interface SetFileParams {
  readonly uri: string;
  readonly on: boolean | null;
}

/** See `SetFileParams`. */
export const SetFileNotification = new NotificationType<SetFileParams>('onrecord/setFile');
