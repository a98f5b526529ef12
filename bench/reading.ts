/** Reading one record: its events as they are stored, decoded, and folded to what people see. */

import { streamOfCode } from '../src/domain/dossier/code.ts';
import { foldDossier } from '../src/domain/dossier/fold.ts';
import { families } from '../src/domain/families.ts';
import { timeline } from '../src/domain/timeline.ts';
import { codec } from '../src/ledger/codec.ts';
import { storeIn } from './appends.ts';
import { chanceFrom } from './chance.ts';
import { lifeOf } from './dossier-life.ts';
import { madeLedger } from './ledger-maker.ts';
import { inTurn, perSecond, type Row, ratio, rowOf } from './measure.ts';
import { type PlainRow, plainStore } from './plain-store.ts';
import type { Sizes } from './sizes.ts';

export async function measureReading({ small, streams, rounds }: Sizes): Promise<Row[]> {
  const made = await madeLedger(small);
  using plain = plainStore(made.plain);
  using store = storeIn(made.paths.dir);
  const { decode } = codec(families);
  const chance = chanceFrom(small);
  const dossiers = Math.floor(small / 14); // the last ones may not be whole
  const names = Array.from({ length: streams }, () =>
    streamOfCode(lifeOf(chance.between(0, dossiers)).code),
  );

  const figures = await inTurn(
    {
      plain: () =>
        perSecond(names.length, () => {
          for (const name of names) mustHave(plainFold(plain.read(name)).entries);
        }),
      ledger: () =>
        perSecond(names.length, async () => {
          for (const name of names) {
            const entries = (await store.read(name)).map(decode);
            foldDossier(timeline(entries));
            mustHave(entries.length);
          }
        }),
    },
    rounds,
  );
  return [
    rowOf('read a record and fold it', 'records/s', figures.ledger, {
      yardstick: figures.plain,
      against: 'plain table, JSON.parse and a plain fold',
      target: ratio(0.6, 0.9),
    }),
  ];
}

type Folded = {
  readonly entries: number;
  readonly last: string;
  readonly actor: unknown;
  readonly appointment: unknown;
};

/** What plain code keeps of a dossier. */
function plainFold(rows: readonly PlainRow[]): Folded {
  return rows.reduce<Folded>(
    (state, row) => {
      const { actor, data } = JSON.parse(String(row['data']));
      return {
        entries: state.entries + 1,
        last: String(row['type']),
        actor,
        appointment: data.appointment ?? state.appointment,
      };
    },
    { entries: 0, last: '', actor: null, appointment: null },
  );
}

function mustHave(entries: number): void {
  if (entries === 0) throw new Error('a record is empty');
}
