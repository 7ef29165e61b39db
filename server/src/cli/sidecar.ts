import path from 'node:path';
import { anchorAll } from '../annotations/anchor';
import type { Placed } from '../annotations/annotation';
import { annotationsOf } from '../annotations/annotations-of';
import { readCollection } from '../annotations/read';
import { Lines } from '../features/lines';
import { readSmallFile } from '../server/small-file';
import { systemProblem } from './files';

/** The annotations beside a file with where they lie in its text, or what is wrong with them and in which file. */
export type Annotated = { readonly placed: readonly Placed[] } | { readonly file: string; readonly problem: string };

/** Reads what people have said of a file, which they keep beside it. `folder`: the working folder. */
export async function annotationsBeside(file: string, text: string, folder: string): Promise<Annotated> {
  const sidecar = `${file}.annotations.json`;
  let written: string | undefined;
  try {
    written = await readSmallFile(path.resolve(folder, sidecar));
  } catch (error) {
    return { file: sidecar, problem: systemProblem(error) };
  }
  if (written === undefined) return { placed: [] };
  const read = readCollection(written);
  if ('malformed' in read) {
    const { line, character } = new Lines(written).positionAt(read.malformed.span[0]);
    return { file: `${sidecar}:${line + 1}:${character + 1}`, problem: read.malformed.message };
  }
  const annotations = annotationsOf(read.collection);
  const pointing = annotations.flatMap((annotation) => (annotation.selectors ? [{ annotation, selectors: annotation.selectors }] : []));
  const spans = anchorAll(
    text,
    pointing.map(({ selectors }) => selectors),
  );
  const byId = new Map(pointing.map(({ annotation }, i) => [annotation.id, spans[i] ?? null]));
  return { placed: annotations.map((annotation) => ({ annotation, span: byId.get(annotation.id) ?? null })) };
}
