/** Thủ tục hành chính: the record family of procedures. Stream `procedure-{code}`. */
import { type Family, family, type Misplaced } from '../../family.ts';
import { type ProcedureRefusal, procedureDecider } from './procedure.ts';
import { type ProcedureEvent, procedure, procedureKey } from './vocabulary.ts';

const misplaced: Misplaced<ProcedureEvent, ProcedureRefusal> = ({ type, data }, { code }) =>
  type === 'ProcedurePublished' && data.code !== code ? 'procedure/code-mismatch' : null;

/** No entry opens it for one centre alone: each says at which centre it holds. */
export const procedureFamily: Family = family({
  category: 'procedure',
  key: procedureKey,
  vocabulary: procedure,
  decider: procedureDecider,
  opens: [],
  misplaced,
});
