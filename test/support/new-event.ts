/** Events on their way into a store, where a test does not care what they say. For helper programs too: no test framework here. */
import { hash } from 'node:crypto';
import { EventId, Instant } from '../../src/domain/units.ts';
import { canonicalJson } from '../../src/ledger/canonical-json.ts';
import type { NewEvent } from '../../src/ledger/event-store.ts';

/** Event `name`: its id and its salt are its own, and are the same every time. */
export function newEvent(
  name: string,
  content: unknown = { text: `tiếng Việt: ${name}` },
): NewEvent {
  const digest = hash('sha256', name);
  return {
    id: EventId.parse(
      `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`,
    ),
    type: 'ProgressNoted',
    version: 1,
    occurredAt: Instant.parse('2026-03-02T08:00:00+07:00'),
    salt: digest.slice(32),
    content: canonicalJson(content),
  };
}
