import { mix } from '../../language/hash';
import { type CueView, contentAt, labelAt, placeAt } from './cue-view';
import { type FeatureGroup, itself } from './feature-groups';
import { boundaryAt, tagAt, wordAt } from './passage-values';

// What stage two reads of the cue itself and the words around it.

type Group = FeatureGroup<CueView>;

/** The cue, and how far it is. */
export const CUE_FAR: Group = itself(
  (view, i, v, sided) => {
    v[0] = wordAt(view.passage, view.head);
    v[1] = tagAt(view.passage, view.head);
    v[2] = view.cueWords;
    v[3] = placeAt(view, i, sided);
    v[4] = labelAt(view, i);
  },
  (v, out, n) => {
    const [word, tag, words, place, label] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number, v[4] as number];
    out[n++] = mix(1, place);
    out[n++] = mix(2, place * 8 + label);
    out[n++] = mix(mix(7, word), place);
    out[n++] = mix(mix(8, tag), place * 8 + label);
    out[n++] = mix(mix(10, words), place);
    return n;
  },
);

/** The cue, and on which side it is. */
export const CUE_SIDE: Group = itself(
  (view, i, v, sided) => {
    v[0] = wordAt(view.passage, view.head);
    v[1] = view.cueWords;
    v[2] = sided * 8 + labelAt(view, i);
  },
  (v, out, n) => {
    const [word, words, labelled] = [v[0] as number, v[1] as number, v[2] as number];
    out[n++] = mix(mix(6, word), labelled);
    out[n++] = mix(mix(9, words), labelled);
    return n;
  },
);

/** The parts of speech on either side of the cue. */
export const contextOf = (view: CueView): number => tagAt(view.passage, view.cue[1]) * 64 + tagAt(view.passage, view.cue[0] - 1);

/** What is around the cue, and how far it is. */
export const AROUND_FAR: Group = itself(
  (view, i, v, sided) => {
    v[0] = contextOf(view);
    v[1] = wordAt(view.passage, view.cue[1]);
    v[2] = tagAt(view.passage, view.cue[1] + 1);
    v[3] = placeAt(view, i, sided);
  },
  (v, out, n) => {
    const [context, after, tag, place] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number];
    out[n++] = mix(mix(13, context), place);
    out[n++] = mix(mix(47, after), place);
    out[n++] = mix(mix(62, after), tag * 64 + place);
    return n;
  },
);

/** What is around the cue, and on which side it is. */
export const AROUND_SIDE: Group = itself(
  (view, i, v, sided) => {
    v[0] = contextOf(view);
    v[1] = wordAt(view.passage, view.cue[1]);
    v[2] = sided * 8 + labelAt(view, i);
  },
  (v, out, n) => {
    const [context, after, labelled] = [v[0] as number, v[1] as number, v[2] as number];
    out[n++] = mix(mix(14, context), labelled);
    out[n++] = mix(mix(15, after), labelled);
    return n;
  },
);

/** The cue's word and the token's part of speech. */
export const HEAD_TAG: Group = itself(
  (view, i, v, sided) => {
    v[0] = wordAt(view.passage, view.head);
    v[1] = tagAt(view.passage, i) * 4 + (sided >> 2);
  },
  (v, out, n) => {
    out[n++] = mix(mix(39, v[0] as number), v[1] as number);
    return n;
  },
);

/** The cue's word and how probable stage one finds a source and a content here. */
export const HEAD_MAYBE: Group = itself(
  (view, i, v, sided) => {
    v[0] = wordAt(view.passage, view.head);
    v[1] = (contentAt(view, i) * 16 + (view.sources[i] ?? 0)) * 4 + (sided >> 2);
  },
  (v, out, n) => {
    out[n++] = mix(mix(52, v[0] as number), v[1] as number);
    return n;
  },
);

/** The cue's word, the boundary here, and what is crossed on the way. */
export const HEAD_BOUNDARY: Group = itself(
  (view, i, v, sided) => {
    v[0] = wordAt(view.passage, view.head);
    v[1] = boundaryAt(view.passage, i);
    v[2] = view.crossed[i] ?? 0;
    v[3] = sided;
  },
  (v, out, n) => {
    const [word, boundary, crossed, sided] = [v[0] as number, v[1] as number, v[2] as number, v[3] as number];
    out[n++] = mix(mix(41, word), boundary * 16 + sided);
    out[n++] = mix(mix(45, word), crossed * 16 + sided);
    return n;
  },
);

/** What is around the cue, and the boundary here. */
export const AROUND_BOUNDARY: Group = itself(
  (view, i, v, sided) => {
    v[0] = contextOf(view);
    v[1] = boundaryAt(view.passage, i) * 16 + sided;
  },
  (v, out, n) => {
    out[n++] = mix(mix(43, v[0] as number), v[1] as number);
    return n;
  },
);
