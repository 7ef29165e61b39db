import { describe, expect, test } from 'vitest';
import { pathFrom } from '../../../server/src/features/relative-path';

describe('the way from an article to a file', () => {
  test.each([
    ['file:///paper/story.md', 'file:///paper/sources/minutes%202.txt', 'sources/minutes 2.txt'],
    ['file:///paper/news/story.md', 'file:///paper/sources/minutes.txt', '../sources/minutes.txt'],
    ['file:///paper/a/b/story.md', 'file:///paper/minutes.txt', '../../minutes.txt'],
    ['file:///story.md', 'file:///minutes.txt', 'minutes.txt'],
  ])('from %s to %s is %s', (uri, file, path) => {
    expect(pathFrom(uri, file)).toBe(path);
  });

  test('is none from a draft, to another machine, or where no address is', () => {
    expect(pathFrom('untitled:Untitled-1', 'file:///paper/minutes.txt')).toBeNull();
    expect(pathFrom('file://here/a.md', 'file://there/b.txt')).toBeNull();
    expect(pathFrom('file:///a.md', 'b.txt')).toBeNull();
  });
});
