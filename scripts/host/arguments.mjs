// The part of `code`'s command line that the launcher understands.
import path from 'node:path';

/**
 * @typedef {object} Request
 * @property {string | undefined} extension the folder of the extension under development
 * @property {string | undefined} tests the module whose `run()` is called in the extension host
 * @property {string | undefined} folder the folder to open
 * @property {string | undefined} file the file to open
 */

/**
 * Reads the arguments that `code` and `@vscode/test-electron` use; what has no meaning for this host (profiles, the GPU) is passed over, as `code` does.
 * @param {readonly string[]} args
 * @param {(file: string) => boolean} isFolder
 * @returns {Request} with absolute paths
 */
export function parseArguments(args, isFolder) {
  /** @param {string} name the last one given counts */
  const option = (name) => {
    const value = args.findLast((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
    return value ? path.resolve(value.startsWith('file://') ? decodeURIComponent(new URL(value).pathname) : value) : undefined;
  };
  const paths = args.filter((arg) => !arg.startsWith('-')).map((arg) => path.resolve(arg));
  return {
    extension: option('extensionDevelopmentPath'),
    tests: option('extensionTestsPath'),
    folder: paths.find(isFolder),
    file: paths.find((file) => !isFolder(file)),
  };
}
