// Writes what is generated from the rules' facts: npm run docs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { GENERATED } from './generated';

for (const { path: file, text } of GENERATED) {
  const before = readIfThere(file);
  const after = text(before);
  if (after === before) continue;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, after);
  console.log(`wrote ${file}`);
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
