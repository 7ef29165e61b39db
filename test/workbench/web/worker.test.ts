import assert from 'node:assert/strict';
import { ExtensionKind, env, extensions, UIKind } from 'vscode';

describe('the browser’s extension host', () => {
  it('has no Node, and the extension runs in it', async () => {
    const extension = extensions.getExtension('on-record.onrecord');
    assert.ok(extension);
    await extension.activate();
    assert.equal(typeof process, 'undefined');
    assert.equal(env.uiKind, UIKind.Web);
    assert.equal(extension.extensionKind, ExtensionKind.UI);
  });
});
