/** Whom the public can find at a centre, `directory-BL`: what the centre publishes, and whoever comes, goes or can be reached otherwise. */
import { streamName } from '../../stream.ts';
import { centreIn } from '../registers/centre-key.ts';
import { placesIn } from '../registers/people.ts';
import { centreInName, part, type SubjectKind } from '../subject-kind.ts';

export const directorySubject: SubjectKind = {
  kind: 'directory',
  centreIn: centreInName,
  parts: [
    part('centre-of-directory', 'centre', (stream) =>
      centreIn(stream).map((centre) => streamName('directory', centre)),
    ),
    part('officials-of-directory', 'official', (_, entries) =>
      placesIn(entries).map((centre) => streamName('directory', centre)),
    ),
  ],
};
