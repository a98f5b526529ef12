/** Why a duty is due when it is; and what becomes of it when the centre's own record says something else. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { code, get, post, postTo, received, type Served, serve } from './served.ts';

let served: Served;
let inspector: Record<string, string>;
let service: Record<string, string>;
beforeEach(async () => {
  served = await serve();
  inspector = served.as({ role: 'inspector' });
  service = served.as({ role: 'service' });
});
afterEach(async () => served[Symbol.asyncDispose]());

/** Friday 6 March, 16:00: asked of the agency, which has one working day for it. */
const asked = {
  type: 'ProgressQueried',
  occurredAt: '2026-03-06T16:00:00+07:00',
  centre: 'NB',
  data: { unit: 'H42.17', about: 'progress' },
};

async function recorded(answering: ReturnType<typeof post>): Promise<string[]> {
  const answer = await answering;
  expect(answer.json()).toMatchObject({ again: false });
  await served.settled();
  return answer.json().ids;
}

type Told = { readonly date: string; readonly is: string; readonly number: number | null };

const list = async (url: string) => (await get(served.app, inspector, url)).json();
const explained = async (id: string, headers = inspector) =>
  get(served.app, headers, `/v1/duties/${encodeURIComponent(id)}/explanation`);

async function queried(): Promise<string> {
  await recorded(post(served.app, service, received({ centre: 'NB' })));
  const [question] = await recorded(post(served.app, service, asked));
  return `progress-query-answered:dossier-${code}:${question}`;
}

const ofCentre = (type: string, occurredAt: string, data: object) =>
  postTo(served.app, service, '/v1/centres/NB/2026/events', {
    type,
    occurredAt,
    centre: 'NB',
    data,
  });

test('every day between opening and due time is told, and why it counts or does not', async () => {
  const id = await queried();
  const { items } = await list('/v1/duties?rule=progress-query-answered');
  expect(items).toMatchObject([{ id, due: '2026-03-09T10:30:00.000Z' }]);

  const answer = await explained(id);
  expect(answer.statusCode).toBe(200);
  const { duty, rule, counting, term, counted, days, entries } = answer.json();
  expect(duty).toMatchObject({ id, citation: 'NB Đ5.1c¶2', state: 'overdue' });
  expect(rule).toMatchObject({ key: 'progress-query-answered', mechanism: 'duty', to: null });
  expect(counting).toMatchObject({ firstDay: 'next', dayDeadlineEnds: 'service-hours' });
  expect(term).toMatchObject({
    unit: 'working-days',
    amount: 1,
    words: { vi: '1 ngày làm việc', en: '1 working day' },
    from: '2026-03-06T09:00:00.000Z',
    startsAgain: false,
  });
  expect(counted).toEqual({ minutes: 480, days: 1 }); // all of Monday
  expect(days.map(({ date, is, number }: Told) => [date, is, number])).toEqual([
    ['2026-03-06', 'start', null],
    ['2026-03-07', 'day-off', null],
    ['2026-03-08', 'day-off', null],
    ['2026-03-09', 'counted', 1],
  ]);
  expect(entries).toMatchObject([{ type: 'ProgressQueried' }]);
});

test('a notice that makes Monday a day off moves the due time, and the explanation names it', async () => {
  const id = await queried();
  await recorded(
    ofCentre('CalendarNoticeIssued', '2026-03-06T17:00:00+07:00', {
      notice: 'TB-7',
      source: 'Thông báo 7/TB-TTPVHCC',
      off: [{ date: '2026-03-09', reason: 'Mất điện toàn thành phố' }],
    }),
  );
  const { items } = await list('/v1/duties?rule=progress-query-answered');
  expect(items).toMatchObject([{ id, due: '2026-03-10T10:30:00.000Z' }]);
  const moves = await list('/v1/calendar-notices/NB/TB-7/moves');
  expect(moves.next).toBeNull();
  expect(moves.items).toContainEqual({
    id,
    rule: 'progress-query-answered',
    subject: `dossier-${code}`,
    dossier: code,
    before: '2026-03-09T10:30:00.000Z',
    now: '2026-03-10T10:30:00.000Z',
  });
  const { days } = (await explained(id)).json();
  expect(days.at(-2)).toMatchObject({
    date: '2026-03-09',
    hours: [],
    because: [{ reason: 'Mất điện toàn thành phố' }],
  });
});

test('the term that a centre sets for itself holds for what happens from that day on', async () => {
  await recorded(
    ofCentre('ProfileValueSet', '2026-03-02T08:00:00+07:00', {
      parameter: 'progress-query-answered.days',
      value: 3,
      from: '2026-03-06',
    }),
  );
  const id = await queried();
  const { items } = await list('/v1/duties?rule=progress-query-answered');
  expect(items).toMatchObject([{ id, due: '2026-03-11T10:30:00.000Z' }]);
  const { counting, term, counted } = (await explained(id)).json();
  expect([term.words.en, counted.days]).toEqual(['3 working days', 3]);
  expect(counting).toMatchObject({ ownTerm: { days: 3 } });
});

test('a pause is told with its entries and what it did, and from when the time began again', async () => {
  const reception = received({ centre: 'NB' });
  const data = { ...reception.data, appointment: { at: '2026-03-06T17:30:00+07:00' } };
  await recorded(post(served.app, service, { ...reception, data }));
  const of = (type: string, occurredAt: string) =>
    recorded(post(served.app, service, { type, occurredAt, centre: 'NB', data: {} }));
  const [request] = await of('SupplementRequested', '2026-03-03T10:00:00+07:00');
  const [answer] = await of('SupplementReceived', '2026-03-05T15:00:00+07:00');
  const { items } = await list('/v1/duties?rule=processing-deadline');
  const { term, counted, prolonged, pauses, movedLastDay } = (await explained(items[0].id)).json();
  expect(term).toMatchObject({
    unit: 'working-days',
    words: {
      vi: '4 ngày làm việc, tính lại từ đầu sau thời gian chờ',
      en: '4 working days, counted again after the wait',
    },
    from: '2026-03-05T08:00:00.000Z',
    startsAgain: true,
  });
  expect([counted, prolonged]).toEqual([
    { minutes: 4 * 480, days: 4 },
    { minutes: 0, days: 0 },
  ]);
  expect(pauses).toEqual([
    {
      from: '2026-03-03T03:00:00.000Z',
      until: '2026-03-05T08:00:00.000Z',
      entries: [request, answer],
      strict: 'restarts',
      customary: 'restarts',
    },
  ]);
  expect(movedLastDay).toBeNull();
});

test('a finding that is disputed or waived stays, and says so, until the dispute is settled', async () => {
  const id = await queried();
  const state = async () => {
    const { items } = await list('/v1/findings?rule=progress-query-answered');
    return items.map((item: { state: string }) => item.state);
  };
  expect(await state()).toEqual(['open']);
  const about = { finding: id, rule: 'progress-query-answered' };
  await recorded(
    ofCentre('FindingDisputed', '2026-03-10T08:00:00+07:00', { dispute: 'KN-1', ...about }),
  );
  expect(await state()).toEqual(['disputed']);
  await recorded(
    ofCentre('DisputeSettled', '2026-03-10T08:10:00+07:00', {
      dispute: 'KN-1',
      outcome: 'finding-stands',
    }),
  );
  expect(await state()).toEqual(['open']);
  await recorded(ofCentre('FindingWaived', '2026-03-10T08:20:00+07:00', about));
  expect(await state()).toEqual(['waived']);
});

test('a regulation that was repealed judges what happened before, and nothing after', async () => {
  await recorded(
    ofCentre('RegulationRepealed', '2026-03-05T08:00:00+07:00', {
      number: '743/QĐ-UBND',
      to: '2026-03-05',
    }),
  );
  await queried();
  expect(await list('/v1/duties?rule=progress-query-answered')).toMatchObject({ items: [] });
  const { items } = await list('/v1/duties?rule=processing-deadline');
  expect(items).toMatchObject([{ citation: 'NB Đ5.2d' }]); // received before
});

test('of another centre it is shown to nobody, and an id that is none is refused', async () => {
  const id = await queried();
  const elsewhere = served.as({ role: 'inspector', centre: 'reference' });
  expect((await explained(id, elsewhere)).json()).toMatchObject({ code: 'access/other-centre' });
  const unknown = await explained('progress-query-answered:dossier-d0:nothing');
  expect(unknown.json()).toMatchObject({ status: 404, code: 'duty/unknown' });
});
