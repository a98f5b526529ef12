/** What the regulations say of one subject: the same for whoever keeps rows of it and for whoever asks. */
import type { Centre, Centres } from '../domain/regulations/centre.ts';
import type { History } from '../domain/regulations/history.ts';
import { judge, type Verdict } from '../domain/regulations/judge.ts';
import { asLaidDown } from '../domain/regulations/laid-down-centre.ts';
import type { Registers } from '../domain/regulations/register.ts';
import { laidDown } from '../domain/regulations/registers/laid-down.ts';
import { centreOfSubject, historyOfSubject } from '../domain/regulations/subjects.ts';

export type SubjectVerdict = {
  readonly verdict: Verdict;
  /** All that is on record of it. */
  readonly history: History;
  /** The code of its centre; null: nothing is on record of it. */
  readonly code: string | null;
  /** With what it has laid down. Null, too, where this program does not know that centre: the verdict then says so. */
  readonly centre: Centre | null;
};

const nothing: Verdict = { duties: [], findings: [], failures: [] };

/** @param own the subject's own record. */
export function verdictOn(
  subject: string,
  own: History,
  centres: Centres,
  registers: Registers,
): SubjectVerdict {
  const history = historyOfSubject(subject, own, registers);
  if (history.entries.length === 0) return { verdict: nothing, history, code: null, centre: null };
  const code = centreOfSubject(subject, history);
  const centre = code === null ? undefined : centres.get(code);
  if (centre === undefined) {
    const message = `no centre ${code ?? '(none)'} in this program: add its file under regulations/centres`;
    const verdict = { ...nothing, failures: [{ rule: 'centre', message }] };
    return { verdict, history, code, centre: null };
  }
  const verdict = judge({ name: subject, history }, centre, registers);
  const laid = registers.look(laidDown, centre.code);
  return { verdict, history, code, centre: asLaidDown(centre, laid) };
}
