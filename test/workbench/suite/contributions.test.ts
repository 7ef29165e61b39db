import assert from 'node:assert/strict';
import { parse } from 'jsonc-parser';
import { commands, extensions, window } from 'vscode';
import { FERRY } from '../articles';
import { closeAll, open } from './editor';
import { until } from './waiting';

/** What package.json contributes, as VS Code has read and translated it. */
function contributions(): { commands: { command: string; title: string }[]; keybindings: { command: string; key: string }[] } {
  const extension = extensions.getExtension('on-record.onrecord');
  assert.ok(extension);
  return extension.packageJSON.contributes;
}

/** A key as VS Code's own table of keys, where each other binding stands. */
interface Binding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

describe('what the extension brings to VS Code', () => {
  afterEach(closeAll);

  it('is a command for each that it promises, once an article is open', async () => {
    await open('ferry.article', FERRY);
    // Rejects where the extension has failed on its way, though much of it may work.
    await extensions.getExtension('on-record.onrecord')?.activate();
    const known = await until('the commands', async () => {
      const all = new Set(await commands.getCommands());
      return contributions().commands.every(({ command }) => all.has(command)) ? all : null;
    });
    for (const view of ['onrecord.speakers', 'onrecord.claims'])
      assert.ok(known.has(`${view}.focus`), `${view} has a command that shows it`);
  });

  it('is said in words, not in keys of a translation', () => {
    for (const { title } of contributions().commands) assert.doesNotMatch(title, /%/);
  });

  it('is no key that VS Code has given away', async () => {
    await commands.executeCommand('workbench.action.openDefaultKeybindingsFile');
    const bindings = await until('the table of keys', () => {
      const table: Binding[] | undefined = parse(window.activeTextEditor?.document.getText() ?? '');
      return Array.isArray(table) && table.length > 100 ? table : null;
    });
    for (const { key, command } of contributions().keybindings) {
      const taken = bindings.filter(
        (other) =>
          other.when !== 'false' &&
          !other.command.startsWith('onrecord.') &&
          (other.key === key || key.startsWith(`${other.key} `) || other.key.startsWith(`${key} `)),
      );
      assert.deepEqual(taken, [], `${key} for ${command}`);
    }
  });
});
