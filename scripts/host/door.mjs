// A short address for a long one, so that a person can copy it off a terminal.
import { createServer } from 'node:http';

/**
 * Redirects whoever knows the secret; everybody else on this machine learns nothing.
 * @param {string} secret part of the short address
 * @param {string} address where it leads
 * @returns {Promise<string>} the short address; it works for as long as this process runs
 */
export async function openDoor(secret, address) {
  const door = createServer((request, response) => {
    const known = request.url === `/${secret}`;
    response.writeHead(known ? 302 : 404, known ? { Location: address, 'Cache-Control': 'no-store' } : {}).end();
  });
  await new Promise((resolve, reject) => door.once('error', reject).listen(0, '127.0.0.1', () => resolve(undefined)));
  // VS Code's server keeps the process alive; the door alone should not.
  door.unref();
  const bound = door.address();
  if (bound === null || typeof bound === 'string') throw new Error('The short address has no port.');
  return `http://127.0.0.1:${bound.port}/${secret}`;
}
