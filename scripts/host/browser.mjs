// Opening an address in the person's browser, where there is one.
import { spawn } from 'node:child_process';

/**
 * @param {string} address
 * @returns {boolean} whether a browser is likely to open
 */
export function openInBrowser(address) {
  if (process.env.CI || !process.stdout.isTTY) return false;
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return false;
  const [program, args] =
    process.platform === 'darwin'
      ? ['open', [address]]
      : process.platform === 'win32'
        ? ['rundll32', ['url.dll,FileProtocolHandler', address]]
        : ['xdg-open', [address]];
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  // No opener on this machine: the address has been printed.
  child.on('error', () => {});
  child.unref();
  return true;
}
