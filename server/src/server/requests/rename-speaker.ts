import { LSPErrorCodes, MessageType, type RenameParams, ResponseError, ShowMessageNotification } from 'vscode-languageserver';
import { isPosition } from '../document';
import type { Requests } from './counter';

const NOWHERE = 'There is no article here in which a name could be changed.';

/** Renaming a speaker. Why it can’t be done is an error with a sentence for the person; what it leaves alone is told in a message. */
export const renameSpeakerRequests: Requests = {
  capabilities: ({ preparesRename }) => ({ renameProvider: preparesRename ? { prepareProvider: true } : true }),
  listen({ connection, service, answering }) {
    const refuse = (words: string) => new ResponseError<void>(LSPErrorCodes.RequestFailed, words);
    connection.onPrepareRename(
      answering('preparing to rename', refuse(NOWHERE), (open, { position }) => {
        if (!isPosition(position)) return refuse(NOWHERE);
        const found = service().navigation.renameable(open.read(), position);
        return 'refused' in found ? refuse(found.refused) : found;
      }),
    );
    connection.onRenameRequest(
      answering('renaming', refuse(NOWHERE), (open, { position, newName }: RenameParams) => {
        if (!isPosition(position) || typeof newName !== 'string') return refuse(NOWHERE);
        const { uri, version } = open.document;
        const found = service().navigation.rename(open.read(), { uri, version }, position, newName);
        if ('refused' in found) return refuse(found.refused);
        if (found.note !== null) {
          connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: found.note }).catch(() => undefined);
        }
        return found.edit;
      }),
    );
  },
};
