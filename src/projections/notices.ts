/** Calendar notices: one row for each day that one changes. */
import { foldCentre } from '../domain/centre/centre/fold.ts';
import type { Notice } from '../domain/centre/centre/state.ts';
import { centreOf } from '../domain/regulations/home.ts';
import type { Viewing } from './projection.ts';

export const notices: Viewing = {
  name: 'notices',
  version: 1,
  category: 'centre',
  tables: [
    {
      name: 'notice_day',
      columns: {
        place: 'INTEGER',
        number: 'INTEGER',
        subject: 'TEXT',
        centre: 'TEXT',
        notice: 'TEXT',
        source: 'TEXT',
        day: 'TEXT',
        kind: 'TEXT',
        hours: 'TEXT',
        reason: 'TEXT',
        issuedAt: 'TEXT',
      },
      key: 2,
      counts: [],
      indexes: [
        'day, place, number, centre',
        'notice, day, place, number',
        'kind, day, place, number',
      ],
    },
  ],

  view({ stream, entries, history }) {
    const centre = centreOf(entries);
    const place = entries[0]?.index ?? null;
    const { notices: all } = foldCentre(history.timeline);
    const days = all.flatMap((notice) => daysOf(notice));
    const rows = days.map((day, number) => ({ ...day, place, number, subject: stream, centre }));
    return { rows: { notice_day: rows }, counts: {}, failures: [] };
  },
};

function daysOf({ notice, source, issuedAt, off, worked, closures }: Notice) {
  const said = { notice, source, issuedAt };
  return [
    ...off.map(({ date, reason }) => ({ ...said, day: date, kind: 'off', hours: null, reason })),
    ...worked.map(({ date, hours, reason }) => {
      const text = typeof hours === 'string' ? hours : hours.map(hoursText).join('; ');
      return { ...said, day: date, kind: 'worked', hours: text, reason };
    }),
    ...closures.map(({ date, from, to, reason }) => {
      return { ...said, day: date, kind: 'closure', hours: hoursText({ from, to }), reason };
    }),
  ];
}

function hoursText({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from}–${to}`;
}
