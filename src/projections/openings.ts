/** Openings of personal fields: one row for each time that somebody was shown something. */
import type { AccessEvent } from '../domain/access/vocabulary.ts';
import type { Entry } from '../domain/entry.ts';
import type { Viewing } from './projection.ts';

export const openings: Viewing = {
  name: 'openings',
  version: 1,
  category: 'access',
  tables: [
    {
      name: 'opening',
      columns: {
        place: 'INTEGER',
        actor: 'TEXT',
        role: 'TEXT',
        centre: 'TEXT',
        at: 'TEXT',
        record: 'TEXT',
        event: 'TEXT',
        fields: 'TEXT',
        purpose: 'TEXT',
      },
      key: 1,
      counts: [],
      indexes: ['actor, place, centre', 'record, place, centre'],
    },
  ],

  view: ({ history }) => ({
    rows: { opening: history.timeline.filter(isOpening).map(rowOf) },
    counts: {},
    failures: [],
  }),
};

function isOpening(entry: { readonly type: string }): entry is Entry<AccessEvent> {
  return entry.type === 'PersonalFieldsOpened';
}

function rowOf({ index, actor, centre, occurredAt, data }: Entry<AccessEvent>) {
  const { role, record, event, fields, purpose } = data;
  return {
    place: index,
    actor,
    role,
    centre,
    at: occurredAt,
    record,
    event,
    fields: JSON.stringify(fields),
    purpose,
  };
}
