/** Words that say nothing about what a sentence is about. */
const SMALL = new Set(
  'a about after again all also am an and any are as at be because been before being but by can could did do does doing done down even ever every for from get go going got had has have having he her here hers him his how i if in into is it its just know let like made make many may me might more most much must my no not now of off on once one only or other our out over own said say says she should so some such than that the their them then there these they this those through to too under until up us very was way we well were what when where which while who whom why will with would yes yet you your'.split(
    ' ',
  ),
);

/** Whether a word, as `readWords` has it, says nothing by itself. */
export const isSmall = (word: string): boolean => SMALL.has(word) || word.length < 2 || /^[a-z]+'[a-z]+$/.test(word);
