/** Hồ sơ: the record family of dossiers. Stream `dossier-{code}`. */
import { type Family, family, type Misplaced } from '../family.ts';
import { followsNationalGrammar } from './code.ts';
import { type DossierRefusal, dossierDecider } from './dossier.ts';
import { type DossierEvent, dossier, dossierKey } from './vocabulary.ts';

/** A foreign code comes by an import; what is entered live begins no record under one. */
const misplaced: Misplaced<DossierEvent, DossierRefusal> = (proposed, { code = '' }, isFirst) => {
  const { type, data, recordedVia } = proposed;
  const isReception = type === 'DossierReceived' || type === 'DossierSubmitted';
  if (isReception && data.code !== code) return 'dossier/code-mismatch';
  const isNew = isFirst && recordedVia.mode === 'live';
  return isNew && !followsNationalGrammar(code) ? 'dossier/code-grammar' : null;
};

export const dossierFamily: Family = family({
  category: 'dossier',
  key: dossierKey,
  vocabulary: dossier,
  decider: dossierDecider,
  opens: ['DossierReceived', 'DossierSubmitted'],
  oneOf: ['applicant'],
  misplaced,
});
