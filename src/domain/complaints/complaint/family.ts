/** Phản ánh, kiến nghị, khiếu nại, tố cáo: the record family of complaints. Stream `complaint-{id}`. */
import { type Family, family } from '../../family.ts';
import { complaintDecider } from './complaint.ts';
import { complaint, complaintKey } from './vocabulary.ts';

export const complaintFamily: Family = family({
  category: 'complaint',
  key: complaintKey,
  vocabulary: complaint,
  decider: complaintDecider,
  opens: ['ComplaintReceived'],
  oneOf: ['complainant', 'denouncer'],
});
