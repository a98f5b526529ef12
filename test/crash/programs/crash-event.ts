/** The events of a crash test: what each says follows from its name, so whoever saw it acknowledged knows what must be there. */
import type { NewEvent } from '../../../src/ledger/event-store.ts';
import { newEvent } from '../../support/new-event.ts';

export function crashEvent(name: string): NewEvent {
  const { length } = name.replaceAll(/\D/g, '');
  const number = Number(name.slice(name.lastIndexOf('/') + 1));
  return newEvent(name, { name, filling: 'đã tiếp nhận '.repeat(length + (number % 60)) });
}
