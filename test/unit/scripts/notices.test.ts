import { describe, expect, test } from 'vitest';
import { noticeOf, packagesIn, thirdPartyNotices } from '../../../scripts/build/notices.mjs';

/** A bundle's description, as far as the notices need it: how many bytes of each input went in. */
const bundle = (inputs: Record<string, number>) => ({
  inputs: {},
  outputs: {
    'dist/x.js': {
      bytes: 1,
      imports: [],
      exports: [],
      inputs: Object.fromEntries(Object.entries(inputs).map(([file, bytesInOutput]) => [file, { bytesInOutput }])),
    },
  },
});

describe('third-party notices', () => {
  const built = [
    bundle({ 'server/src/article.ts': 9, 'node_modules/@lezer/markdown/dist/index.js': 5, 'node_modules/ignore/index.js': 0 }),
    bundle({ 'node_modules/a/node_modules/b/lib/b.js': 1, 'node_modules/@lezer/markdown/dist/other.js': 5 }),
  ];

  test('name each package of which something is in a bundle, once, inner copies too', () => {
    expect(packagesIn(built)).toEqual(['node_modules/@lezer/markdown', 'node_modules/a/node_modules/b']);
  });

  test('bring its name, version, license and the license’s text', async () => {
    const text = await thirdPartyNotices([bundle({ 'node_modules/commander/lib/x.js': 1 })]);
    expect(text).toMatch(/^commander \d+\.\d+\.\d+ \(MIT\)$/m);
    expect(text).toContain('TJ Holowaychuk');
  });

  test('fail for a package without a license', async () => {
    await expect(noticeOf('test')).rejects.toThrow();
  });
});
