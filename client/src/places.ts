import { commands, type Disposable, l10n, type Range, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

const SHOW_REFERENCES = 'onrecord.showReferences';
const GO_TO_NEXT = 'onrecord.goToNextPlace';

/** How long the status bar says which of how many, in milliseconds. */
const TOLD = 4000;

/** The commands that the server may put behind what it shows; each takes an address, a position, and places, as the protocol has them. */
export const PLACE_COMMANDS: readonly string[] = [SHOW_REFERENCES, GO_TO_NEXT];

/** A place, as it comes from the server. */
interface Place {
  readonly uri: string;
  readonly range: { readonly start: Point; readonly end: Point };
}

interface Point {
  readonly line: number;
  readonly character: number;
}

/** Shows the places of an article that the server points at, all together or one after the other. */
export function placeCommands({ protocol2CodeConverter: converter }: BaseLanguageClient): Disposable[] {
  return [
    commands.registerCommand(SHOW_REFERENCES, (uri: string, at: Point, places: Place[]) =>
      commands.executeCommand(
        'editor.action.showReferences',
        Uri.parse(uri),
        converter.asPosition(at),
        places.map((place) => converter.asLocation(place)),
      ),
    ),
    commands.registerCommand(GO_TO_NEXT, (uri: string, _at: Point, places: Place[]) =>
      goToNext(
        uri,
        places.map(({ range }) => converter.asRange(range)),
      ),
    ),
  ];
}

/** Selects the first of `ranges` behind the cursor; behind the last comes the first. */
async function goToNext(uri: string, ranges: readonly Range[]): Promise<void> {
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === Uri.parse(uri).toString());
  const [first] = ranges;
  if (!editor || !first) return;
  const next = Math.max(
    0,
    ranges.findIndex(({ start }) => start.isAfter(editor.selection.start)),
  );
  const selection = ranges[next] ?? first;
  const { viewColumn } = editor;
  await window.showTextDocument(editor.document, { selection, ...(viewColumn !== undefined && { viewColumn }) });
  window.setStatusBarMessage(l10n.t('{0} of {1}', next + 1, ranges.length), TOLD);
}
