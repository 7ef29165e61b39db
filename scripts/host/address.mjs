// The address line that opens a folder, with an extension under development, in VS Code's own server.

/**
 * @typedef {object} Wanted
 * @property {string} origin `http://127.0.0.1:PORT`
 * @property {string} token
 * @property {string} [folder] an absolute path
 * @property {string} [file] an absolute path, opened in the editor
 * @property {string} [extension] the folder of the extension under development
 * @property {string} [tests] a module whose `run()` is called in the extension host
 */

/**
 * @param {Wanted} wanted
 * @returns {string} the address to load in a browser
 */
export function workbenchAddress({ origin, token, folder, file, extension, tests }) {
  const { host } = new URL(origin);
  /** @param {string} path a path of this machine, as VS Code's browser side names it */
  const remote = (path) => `vscode-remote://${host}${slashed(path).split('/').map(encodeURIComponent).join('/')}`;
  const payload = [
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(file ? [['openFile', remote(file)]] : []),
    ['skipWelcome', 'true'],
  ];
  const query = new URLSearchParams({ tkn: token, ...(folder ? { folder: slashed(folder) } : { ew: 'true' }) });
  query.set('payload', JSON.stringify(payload));
  return `${origin}/?${query}`;
}

/** @param {string} path `C:\a` as `/C:/a`, as it stands in an address */
function slashed(path) {
  const forward = path.replaceAll('\\', '/');
  return forward.startsWith('/') ? forward : `/${forward}`;
}
