/** What `npm run demands` runs: writes `docs/demands.md` anew. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demandsPage, pageFile } from './support/demands-page.ts';

writeFileSync(join(import.meta.dirname, '..', pageFile), await demandsPage());
