import type { Entity } from './speakers';

/** The entity of an id, which says its place: `e1` is the first. */
export const entityNamed = (id: string | null, entities: readonly Entity[]): Entity | undefined =>
  id === null ? undefined : entities[Number(id.slice(1)) - 1];
