/** What people ask of the read models: first pages with their totals, in this process. */
import { join } from 'node:path';
import { CentreCode, type Instant } from '../src/domain/units.ts';
import { openLogReader } from '../src/ledger/log-reader.ts';
import { buildModel } from '../src/projections/build.ts';
import { listDossiers } from '../src/projections/lists/dossiers.ts';
import { listDuties } from '../src/projections/lists/duties.ts';
import { listFindings } from '../src/projections/lists/findings.ts';
import { listOfficials } from '../src/projections/lists/officials.ts';
import { openModel } from '../src/projections/model.ts';
import { centresFor } from '../src/projections/settings.ts';
import { madeLedger } from './ledger-maker.ts';
import { quantile, type Row, rowOf, under } from './measure.ts';
import { scratchFolder } from './places.ts';
import { buildPartsOn, settings } from './rebuilding.ts';
import type { Sizes } from './sizes.ts';
import { inWords } from './words.ts';
