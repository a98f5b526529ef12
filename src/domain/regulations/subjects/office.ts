/** The centre itself, `office-SL`: what it decided, published and reported, whatever the year. */
import { streamName } from '../../stream.ts';
import { centreIn } from '../registers/centre-key.ts';
import { centreInName, part, type SubjectKind } from '../subject-kind.ts';

export const officeSubject: SubjectKind = {
  kind: 'office',
  centreIn: centreInName,
  parts: [
    part('centre-of-office', 'centre', (stream) =>
      centreIn(stream).map((centre) => streamName('office', centre)),
    ),
  ],
};
