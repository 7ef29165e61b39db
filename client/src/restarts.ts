import { l10n, window } from 'vscode';
import { CloseAction, type CloseHandlerResult, ErrorAction, type ErrorHandler, type ErrorHandlerResult } from 'vscode-languageclient';

/** How often the server may end before it has ever answered, until it is left alone. */
const MOST_FAILED_STARTS = 5;

/** Starts the server again whenever it ends unasked, and tells the person so once. */
export class Restarts implements ErrorHandler {
  private failedStarts = 0;
  private told = false;

  /** The server has answered: whatever befalls it from now on is no failed start. */
  started(): void {
    this.failedStarts = 0;
  }

  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue, handled: true };
  }

  closed(): CloseHandlerResult {
    if (++this.failedStarts > MOST_FAILED_STARTS) {
      const message = l10n.t('On Record cannot start its server. See the log, then try “On Record: Restart Server”.');
      return { action: CloseAction.DoNotRestart, message };
    }
    if (!this.told) {
      window.showInformationMessage(l10n.t('On Record’s server ended unexpectedly and has been started again. Nothing is lost.'));
    }
    this.told = true;
    return { action: CloseAction.Restart, message: l10n.t('The server ended unexpectedly and is started again.'), handled: true };
  }
}
