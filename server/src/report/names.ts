import type { Say } from './say';
import type { ClaimSupport, SpeakerKind } from './sources';

/** What kinds of speakers are called. */
export const KIND_NAMES: Readonly<Record<SpeakerKind, (say: Say) => string>> = {
  person: (say) => say('person'),
  organization: (say) => say('organisation'),
  document: (say) => say('document'),
  anonymous: (say) => say('unnamed source'),
  group: (say) => say('group'),
};

const SUPPORT_NAMES: Readonly<Record<ClaimSupport, (say: Say) => string>> = {
  none: (say) => say('No source given, perhaps none needed'),
  disputed: (say) => say('Disputed in the article'),
  anonymous: (say) => say('Unnamed sources only'),
  secondhand: (say) => say('Second-hand'),
  attributed: (say) => say('Somebody stands behind it'),
  cited: (say) => say('A link or a footnote'),
  verified: (say) => say('Verified'),
};

/** Who stands behind a claim, in a few words. */
export const supportName = (support: ClaimSupport, needsSource: boolean, say: Say): string =>
  needsSource ? say('Needs a source') : SUPPORT_NAMES[support](say);
