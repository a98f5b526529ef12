/**
 * What the tree commits to: one event and its place.
 *
 * A leaf is a pure function of the stored event and its index, so anyone who holds the event can
 * derive it again, and the same ledger has the same root in any store. Of the content it has only a
 * salted hash: a leaf can be published and tells nobody who did what.
 */
import { hash } from 'node:crypto';
import type { StoredEvent } from './event-store.ts';

/** The leaf, as the canonical JSON (RFC 8785) of ten members. `previous`: hash of the stream's last leaf, in hex. */
export function leafOf(event: StoredEvent, previous: string | null): string {
  const before = previous === null ? 'null' : `"${previous}"`;
  return (
    `{"content":"${contentHash(event.salt, event.content)}"` +
    `,"id":${JSON.stringify(event.id)},"index":${event.index}` +
    `,"occurredAt":${JSON.stringify(event.occurredAt)},"previous":${before}` +
    `,"recordedAt":${JSON.stringify(event.recordedAt)},"revision":${event.revision}` +
    `,"stream":${JSON.stringify(event.stream)},"type":${JSON.stringify(event.type)}` +
    `,"version":${event.version}}`
  );
}

/** SHA-256(salt ‖ content), in hex; the salt as the bytes that its hex digits spell. */
export function contentHash(salt: string, content: string): string {
  const bytesMax = salt.length / 2 + content.length * 3; // UTF-8 takes at most three bytes a unit
  if (bytesMax > scratch.length)
    return hash('sha256', Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(content)]), 'hex');
  const end = scratch.write(salt, 0, 'hex');
  return hash('sha256', scratch.subarray(0, end + scratch.write(content, end)), 'hex');
}

/** Written over by every call, so that hashing a content allocates nothing. */
const scratch = Buffer.alloc(64 * 1024);
