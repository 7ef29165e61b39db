import type { Relay, Sources, Speaker } from './sources';

/**
 * The sources of several articles as if of one: speakers of the same name are one, unless the articles leave them unnamed. Words are counted on from one
 * article to the next; places keep to their own article and lead nowhere here.
 */
export function together(articles: readonly Sources[]): Sources {
  const speakers = new Map<string, Speaker>();
  const relays = new Map<string, Relay>();
  for (const [i, article] of articles.entries()) {
    for (const speaker of article.speakers) {
      const key = speaker.unnamed ? `${i} ${speaker.id}` : `${speaker.kind} ${speaker.name}`;
      const known = speakers.get(key);
      speakers.set(key, known ? both(known, speaker) : { ...speaker, id: key });
    }
    for (const relay of article.relays) {
      const key = JSON.stringify([relay.carrier.name, relay.carried.name, relay.carried.unnamed && i]);
      const known = relays.get(key);
      relays.set(key, {
        ...relay,
        carrier: { ...relay.carrier, speaker: relay.carrier.name },
        carried: { ...relay.carried, speaker: relay.carried.unnamed ? `${i} ${relay.carried.name}` : relay.carried.name },
        times: relay.times + (known?.times ?? 0),
      });
    }
  }
  return {
    schema: 1,
    title: '',
    words: articles.reduce((sum, { words }) => sum + words, 0),
    quotes: articles.reduce((sum, { quotes }) => sum + quotes, 0),
    speakers: [...speakers.values()].sort((a, b) => b.direct + b.indirect - (a.direct + a.indirect)),
    utterances: articles.flatMap(({ utterances }) => utterances),
    claims: articles.flatMap(({ claims }) => claims),
    relays: [...relays.values()],
  };
}

const both = (a: Speaker, b: Speaker): Speaker => ({
  ...a,
  role: a.role ?? b.role,
  direct: a.direct + b.direct,
  indirect: a.indirect + b.indirect,
  passedOn: a.passedOn + b.passedOn,
});
