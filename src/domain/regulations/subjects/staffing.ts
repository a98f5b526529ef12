/** The staffing of a centre, `staffing-TQ`: its rosters of all months, since what is asked in one is answered in another. */
import { streamName } from '../../stream.ts';
import { centreIn } from '../registers/centre-key.ts';
import { centreInName, part, type SubjectKind } from '../subject-kind.ts';

export const staffingSubject: SubjectKind = {
  kind: 'staffing',
  centreIn: centreInName,
  parts: [
    part('rosters-of-staffing', 'roster', (stream) =>
      centreIn(stream).map((centre) => streamName('staffing', centre)),
    ),
  ],
};
