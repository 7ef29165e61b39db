import { extensions, l10n, window, workspace } from 'vscode';

/** As much of VS Code's own Git extension as is used here. */
interface Git {
  getAPI(version: 1): {
    readonly repositories: readonly { getConfig(key: string): Promise<string>; getGlobalConfig(key: string): Promise<string> }[];
  };
}

/**
 * Who the person is who adds something: by their setting, else by the name that their commits bear, else by what they answer when they are asked, which
 * happens once. Undefined where they won't say just now.
 */
export async function authorName(): Promise<string | undefined> {
  const settings = workspace.getConfiguration('onrecord');
  const known = settings.get<string>('author', '').trim() || (await nameInGit());
  if (known) return known;
  const given = await window.showInputBox({
    title: l10n.t('Your Name'),
    prompt: l10n.t('It stands beside your notes and verdicts. You can change it later, in the settings.'),
    ignoreFocusOut: true,
  });
  const name = given?.trim();
  if (name) await settings.update('author', name, true);
  return name || undefined;
}

async function nameInGit(): Promise<string> {
  try {
    const git = extensions.getExtension<Git>('vscode.git');
    const [repository] = git?.isActive ? git.exports.getAPI(1).repositories : [];
    return ((await repository?.getConfig('user.name')) || (await repository?.getGlobalConfig('user.name')) || '').trim();
  } catch {
    return '';
  }
}
