/** The events of a crash test: what each says follows from its name, so whoever saw it acknowledged knows what must be there. */
import type { NewEvent } from '../../../src/ledger/event-store.ts';
import { newEvent } from '../../support/new-event.ts';

/** Some hundred bytes; of a `large` one, some ten thousand, so that a commit is many pages. */
export function crashEvent(name: string): NewEvent {
  const number = Number(name.slice(name.lastIndexOf('/') + 1));
  const words = (5 + (number % 60)) * (name.startsWith('large') ? 30 : 1);
  return newEvent(name, { name, filling: 'đã tiếp nhận '.repeat(words) });
}
