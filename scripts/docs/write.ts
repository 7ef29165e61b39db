// Writes what is generated from the rules' facts: npm run docs
import { readFileSync, writeFileSync } from 'node:fs';
import { GENERATED } from './generated';

for (const { path, text } of GENERATED) {
  const before = readIfThere(path);
  const after = text(before);
  if (after === before) continue;
  writeFileSync(path, after);
  console.log(`wrote ${path}`);
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
