/**
 * The words of a leave (nghỉ): what an official posted to a centre asks for, who lets them go, and
 * who stands at the counter meanwhile.
 *
 * Stream `leave-{id}`: one request, or where nothing is requested (BL Đ4.4, KT Đ3.6: a report is
 * enough) one absence that was announced. The words stand in `vocabulary/`.
 */
import { RecordId } from '../units.ts';
import { withdrawing } from '../vocabulary/keeping.ts';
import type { EventOf } from '../vocabulary.ts';
import { asking } from './vocabulary/asking.ts';
import { away } from './vocabulary/away.ts';

export { DayPart, LeaveDays, LeaveKind, LeaveSpan } from './vocabulary/fields.ts';

/** A stream is named by the number of the request, or by whatever names the absence. */
export const leaveKey = { id: RecordId };

export const leave = { ...asking, ...away, ...withdrawing };

export type LeaveEvent = EventOf<typeof leave>;
