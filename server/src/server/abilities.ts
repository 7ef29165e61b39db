import type { InitializeParams, MarkupKind } from 'vscode-languageserver';
import type { Abilities } from '../features/abilities';
import type { PositionEncoding } from '../features/lines';
import type { Unsaved } from './annotations/session';

/** What a client understands, as far as the connection depends on it. */
export interface ClientTraits {
  readonly abilities: Abilities;
  /** Asks whether a place can be renamed before it asks for the new name. */
  readonly preparesRename: boolean;
  /** Asks for diagnostics itself. */
  readonly pullsDiagnostics: boolean;
  /** Asks again for diagnostics, or tokens, when told to. */
  readonly refreshesDiagnostics: boolean;
  readonly refreshesTokens: boolean;
  /** The same for inlay hints, and for lenses. */
  readonly refreshesHints: boolean;
  readonly refreshesLenses: boolean;
  /** Answers `workspace/configuration`. */
  readonly hasConfiguration: boolean;
  /** Wants to be told by `workspace/didChangeConfiguration` registrations. */
  readonly registersConfiguration: boolean;
  /** Watches files that it is asked to. */
  readonly watchesFiles: boolean;
  /** Watches files by a folder and a pattern in it, also outside the folders that are open. */
  readonly watchesRelative: boolean;
  /** Shows how far long work has come. */
  readonly showsProgress: boolean;
  /** Answers `onrecord/readFile` and `onrecord/listFolder` (our own client). */
  readonly readsFiles: boolean;
  /** Answers `onrecord/findArticles` (our own client). */
  readonly findsArticles: boolean;
  /** Says which folders are open when asked. */
  readonly hasFolders: boolean;
  /** Reads configuration files by our schema (our own client), and says itself what that can tell. */
  readonly hasSchema: boolean;
  /** Answers `onrecord/writeFile` (our own client). */
  readonly writesFiles: boolean;
  /** Draws `onrecord/annotations` (our own client). */
  readonly showsAnnotations: boolean;
  /** Asks what else is to be done when files are renamed, and can rename more. */
  readonly renamesFiles: boolean;
  /** The person trusts the folders that are open, as far as the client says. */
  readonly trusted: boolean;
  /** Annotations that could not be written the last time, by the address of their article. */
  readonly unsaved: ReadonlyMap<string, Unsaved>;
  /** Makes links of web addresses, and of Markdown's links, itself (our own client). */
  readonly findsLinks: boolean;
  /** Draws `onrecord/status` (our own client). */
  readonly showsStatus: boolean;
  /** Files that the person has turned on or off. */
  readonly files: ReadonlyMap<string, boolean>;
}

const ENCODINGS: readonly string[] = ['utf-16', 'utf-8', 'utf-32'] satisfies PositionEncoding[];

/** Reads a client's traits from what it says of itself; whatever is missing or malformed counts as not there. */
export function traitsOf({ capabilities, initializationOptions }: InitializeParams, rulePages: string | null): ClientTraits {
  const { general, textDocument, window, workspace } = capabilities ?? {};
  const encoding = general?.positionEncodings?.find((kind): kind is PositionEncoding => ENCODINGS.includes(kind)) ?? 'utf-16';
  const formats: readonly MarkupKind[] = textDocument?.hover?.contentFormat ?? [];
  const resolved = textDocument?.codeAction?.dataSupport === true ? (textDocument.codeAction.resolveSupport?.properties ?? []) : [];
  const item = textDocument?.completion?.completionItem;
  const options = readOptions(initializationOptions);
  return {
    abilities: {
      encoding,
      markup: formats.includes('markdown') ? 'markdown' : 'plaintext',
      snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
      documentChanges: workspace?.workspaceEdit?.documentChanges === true,
      changeAnnotations:
        workspace?.workspaceEdit?.changeAnnotationSupport !== undefined && textDocument?.rename?.honorsChangeAnnotations === true,
      definitionLinks: textDocument?.definition?.linkSupport === true,
      symbolTrees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
      folding: {
        limit: Number.isFinite(textDocument?.foldingRange?.rangeLimit) ? textDocument?.foldingRange?.rangeLimit : undefined,
        collapsedText: textDocument?.foldingRange?.foldingRange?.collapsedText === true,
      },
      createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
      lazyEdits: resolved.includes('edit'),
      lazyTooltips: textDocument?.inlayHint?.resolveSupport?.properties?.includes('tooltip') === true,
      lazyDocumentation: item?.resolveSupport?.properties?.includes('documentation') === true,
      completionMarkup: item?.documentationFormat?.includes('markdown') ? 'markdown' : 'plaintext',
      insertsOrReplaces: item?.insertReplaceSupport === true,
      commands: options.commands,
      pagesScheme: options.pagesScheme,
      rulePages: options.rulePages ?? rulePages,
    },
    preparesRename: textDocument?.rename?.prepareSupport === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    hasConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesRelative: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    showsProgress: window?.workDoneProgress === true,
    readsFiles: options.readsFiles,
    findsArticles: options.findsArticles,
    hasFolders: workspace?.workspaceFolders === true,
    hasSchema: options.hasSchema,
    writesFiles: options.writesFiles,
    showsAnnotations: options.annotations,
    renamesFiles:
      workspace?.fileOperations?.willRename === true && workspace?.workspaceEdit?.resourceOperations?.includes('rename') === true,
    trusted: options.trusted,
    unsaved: options.unsaved,
    findsLinks: options.findsLinks,
    showsStatus: options.status,
    files: options.files,
  };
}

/** What our own client says when it starts the server; any other may say the same. */
interface Options {
  readonly status: boolean;
  readonly readsFiles: boolean;
  readonly writesFiles: boolean;
  readonly annotations: boolean;
  readonly trusted: boolean;
  readonly unsaved: ReadonlyMap<string, Unsaved>;
  readonly findsArticles: boolean;
  readonly hasSchema: boolean;
  readonly findsLinks: boolean;
  readonly commands: ReadonlySet<string>;
  readonly pagesScheme: string | null;
  readonly rulePages: string | null;
  readonly files: ReadonlyMap<string, boolean>;
}

function readOptions(value: unknown): Options {
  const {
    status,
    readsFiles,
    writesFiles,
    annotations,
    trusted,
    unsaved,
    findsArticles,
    hasSchema,
    findsLinks,
    commands,
    pagesScheme,
    rulePages,
    files,
  } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const listed = typeof files === 'object' && files !== null ? Object.entries(files) : [];
  return {
    status: status === true,
    readsFiles: readsFiles === true,
    writesFiles: writesFiles === true,
    annotations: annotations === true,
    trusted: trusted !== false,
    unsaved: readUnsaved(unsaved),
    findsArticles: findsArticles === true,
    hasSchema: hasSchema === true,
    findsLinks: findsLinks === true,
    commands: new Set(Array.isArray(commands) ? commands.filter((name) => typeof name === 'string') : []),
    pagesScheme: typeof pagesScheme === 'string' && /^[a-z][a-z0-9+.-]*$/.test(pagesScheme) ? pagesScheme : null,
    rulePages: typeof rulePages === 'string' ? rulePages : null,
    files: new Map(listed.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean')),
  };
}

/** Annotations that the client has kept: whatever of it is malformed is left out. */
function readUnsaved(value: unknown): ReadonlyMap<string, Unsaved> {
  const listed = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return new Map(
    listed.flatMap(([uri, kept]): [string, Unsaved][] => {
      const { base, text } = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
      return typeof text === 'string' && (base === null || typeof base === 'string') ? [[uri, { base, text }]] : [];
    }),
  );
}
