import { FileOperationPatternKind, type RenameFile, type RenameFilesParams, type WorkspaceEdit } from 'vscode-languageserver';
import type { AnnotationsDesk } from '../annotations/desk';
import { sidecarOf } from '../annotations/sidecar';
import type { SidecarFiles } from '../annotations/sidecar-files';
import type { Requests } from './counter';

/** Files whose annotations go along; a folder takes them along by itself. */
const ARTICLES = '**/*.{article,md,markdown,txt,text}';

const FILTERS = [{ pattern: { glob: ARTICLES, matches: FileOperationPatternKind.file } }];

/** Articles that are given another name or place take their annotations along, unless there are others there already. */
export function renameRequests(files: SidecarFiles, desk: AnnotationsDesk): Requests {
  return {
    capabilities: ({ renamesFiles }) =>
      renamesFiles ? { workspace: { fileOperations: { willRename: { filters: FILTERS }, didRename: { filters: FILTERS } } } } : {},
    listen({ connection, complain }) {
      connection.workspace.onWillRenameFiles(async (params: RenameFilesParams): Promise<WorkspaceEdit | null> => {
        const renames: RenameFile[] = [];
        for (const { oldUri, newUri } of Array.isArray(params?.files) ? params.files : []) {
          const [from, to] = [sidecarOf(oldUri), sidecarOf(newUri)];
          if (from === null || to === null) continue;
          try {
            if ((await files.read(from)) === undefined || (await files.read(to)) !== undefined) continue;
            renames.push({ kind: 'rename', oldUri: from, newUri: to, options: { overwrite: false, ignoreIfExists: true } });
          } catch (error) {
            complain('taking annotations along', error);
          }
        }
        return renames.length > 0 ? { documentChanges: renames } : null;
      });
      connection.workspace.onDidRenameFiles((params: RenameFilesParams) => {
        for (const { oldUri, newUri } of Array.isArray(params?.files) ? params.files : []) desk.renamed(oldUri, newUri);
      });
    },
  };
}
