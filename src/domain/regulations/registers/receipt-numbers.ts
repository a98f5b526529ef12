/** Whether a number of a book is on record: a receipt, a spoiled form, a charge that was exempted. By the name of its record. */
import type { Register } from '../register.ts';

/** The names alone are looked at, and a number whose entries were all withdrawn is on record, too. */
export const receiptNumbers: Register<boolean> = {
  name: 'receipt-numbers',
  category: 'receipt',
  types: 'every event',
  keys: (stream) => [stream],
  isKeyedByName: true,
  isCountOnly: true,
  isAboutSubjects: false,
  fold: (records) => records.length > 0,
};
