import type { SpeakerIndex } from '../speaker-index';
import type { Requests } from './counter';
import { definitionRequests } from './definition';
import { mentionRequests } from './mentions';
import { relayRequests } from './relays';
import { renameSpeakerRequests } from './rename-speaker';
import { stepRequests } from './steps';
import { structureRequests } from './structure';
import { workspaceSymbolRequests } from './workspace-symbols';

/** The groups of requests that lead through an article. */
export const navigationRequests = (speakers: SpeakerIndex): readonly Requests[] => [
  definitionRequests,
  mentionRequests,
  renameSpeakerRequests,
  structureRequests,
  relayRequests,
  stepRequests,
  workspaceSymbolRequests(speakers),
];
