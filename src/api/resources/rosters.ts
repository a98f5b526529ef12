/** Lịch trực over HTTP: the roster of one month, and the list of its lines. */
import { z } from 'zod';
import { atTwoCounters, linesOf } from '../../domain/attendance/roster/board.ts';
import { rosterFamily } from '../../domain/attendance/roster/family.ts';
import { foldRoster } from '../../domain/attendance/roster/fold.ts';
import { listRosters, RosterFilters, RosterItem } from '../../projections/lists/rosters.ts';
import { listed } from '../list-route.ts';
import { policyOf } from '../policy.ts';
import { type Resource, resource } from '../resource.ts';
import { ownAgency, ownOfficial } from '../scope.ts';

const Code = z.string().nullable();
const Time = z.iso.datetime().nullable();
const Day = z.iso.date().nullable();

const Line = z.object({
  day: z.iso.date(),
  counter: z.string(),
  official: z.string(),
  hours: z.object({ from: z.string(), to: z.string() }).nullable(),
  reserve: Code,
  capacity: Code,
  agency: Code,
  twoCounters: z.boolean().describe('The official is to be at another counter at the same time.'),
});

const Call = z.object({
  about: z.enum(['replacement', 'staffing-change', 'visit']),
  reference: Code,
  agency: Code,
  official: Code.describe('Who is to be replaced, or to come.'),
  change: z.enum(['more', 'fewer']).nullable().describe('Of a change of their number.'),
  askedAt: Time,
  answeredAt: Time,
  outcome: Code,
  doneAt: Time,
});

const RosterState = z.object({
  month: z.string(),
  lines: z.array(Line).describe('As they now are, by day, counter and hours.'),
  combined: z.array(z.string()).describe('Counters that agencies share.'),
  announced: z.array(
    z.object({
      counter: Code,
      from: z.iso.date(),
      agencies: z.array(z.string()),
      at: z.iso.datetime(),
    }),
  ),
  turns: z
    .array(
      z.object({
        agency: z.string(),
        official: Code,
        from: z.iso.date(),
        to: Day,
        notifiedAt: Time,
        takenAt: Time,
      }),
    )
    .describe('Of the rotation.'),
  handovers: z.array(
    z.object({
      giver: z.string(),
      receiver: z.string(),
      turnEnds: Day,
      document: Code,
      at: z.iso.datetime(),
    }),
  ),
  calls: z.array(Call).describe('What was asked of agencies, with what came of it.'),
  unstaffed: z.int().describe('How often a counter was found without anyone.'),
  lastActivityAt: Time,
});

export const rosters: Resource = resource({
  family: rosterFamily,
  path: '/v1/rosters/:centre/:month',
  tag: 'rosters',
  what: 'a roster',
  state: RosterState,
  show({ timeline, key: { month = '' } }) {
    const { board, ...state } = foldRoster(timeline);
    const lines = linesOf(board);
    const doubled = atTwoCounters(lines);
    return {
      ...state,
      month,
      lines: lines.map((line) => ({ ...line, twoCounters: doubled.has(line) })),
      combined: [...state.combined],
      announced: state.announced.map((one) => ({ ...one, agencies: [...one.agencies] })),
      turns: [...state.turns],
      handovers: [...state.handovers],
      calls: [...state.calls],
    };
  },
});

export const rosterList = listed({
  path: '/v1/rosters',
  policy: policyOf('GET', '/v1/rosters'),
  summary: 'Who is at which counter on which day, the last day first',
  filters: RosterFilters.strict(),
  item: RosterItem,
  narrow: (holder, filters) => ({
    ...filters,
    official: ownOfficial(holder, filters.official),
    agency: ownAgency(holder, filters.agency),
  }),
  list: listRosters,
});
