import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Writes a file of this machine so that whoever reads it meanwhile, or after a crash, finds the old text or the new one and nothing between: into a new file
 * beside it that then takes its name. False where the address is none of this machine's. Rejects, and leaves no trace, where it can't be written.
 */
export async function writeAtomically(uri: string, text: string): Promise<boolean> {
  if (!uri.startsWith('file:')) return false;
  const named = fileURLToPath(uri);
  // The name may be a link: what it points at is written, not the link.
  const file = await realpath(named).catch(() => named);
  const before = await stat(file).catch(() => null);
  // A rename would go over a file that is marked as read-only.
  if (before && (before.mode & 0o222) === 0) throw Object.assign(new Error(`${file} is read-only`), { code: 'EACCES' });
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(draft, 'wx', before ? before.mode & 0o777 : 0o666);
    try {
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
  return true;
}
