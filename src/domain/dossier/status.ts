/** Trạng thái hồ sơ: the ten statuses that the public-service portals show. */
import type { DossierEvent } from './vocabulary.ts';

export type Status =
  | 'registered'
  | 'accepted'
  | 'refused'
  | 'in-process'
  | 'supplement-asked'
  | 'financial-duty'
  | 'withdrawn'
  | 'stopped'
  | 'finished'
  | 'returned';

/** As people read them: the portals' words. */
export const statusLabels: Readonly<Record<Status, { readonly vi: string; readonly en: string }>> =
  {
    registered: { vi: 'Mới đăng ký', en: 'Registered' },
    accepted: { vi: 'Được tiếp nhận', en: 'Accepted' },
    refused: { vi: 'Không được tiếp nhận', en: 'Refused' },
    'in-process': { vi: 'Đang xử lý', en: 'In process' },
    'supplement-asked': { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Supplement asked' },
    'financial-duty': { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Financial duty' },
    withdrawn: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawn' },
    stopped: { vi: 'Dừng xử lý', en: 'Stopped' },
    finished: { vi: 'Đã xử lý xong', en: 'Finished' },
    returned: { vi: 'Đã trả kết quả', en: 'Returned' },
  };

type Type = DossierEvent['type'];

const ends: Partial<Record<Type, Status>> = {
  DossierDecided: 'finished',
  ResultHandedOver: 'finished',
  DossierStopped: 'stopped',
  DossierWithdrawn: 'withdrawn',
  DossierReturned: 'returned',
  ResultReturned: 'returned',
};

const work: ReadonlySet<Type> = new Set([
  'DossierTransferred',
  'TransferAcknowledged',
  'StepStarted',
  'StepCompleted',
  'VerificationRequested',
  'VerificationCompleted',
  'ConsultationAsked',
  'ConsultationAnswered',
  'PaperAsked',
  'PaperSupplied',
]);

/** Whether a dossier has come to an end. Work after it is recorded all the same, and changes no status. */
export function isEnd(status: Status | null): boolean {
  return (
    status === 'finished' || status === 'returned' || status === 'stopped' || status === 'withdrawn'
  );
}

/**
 * The status after an event of this type, in the order of happening; null until one is known. Of
 * several ends the last counts, but what was returned stays returned.
 */
export function statusAfter(type: Type, status: Status | null, isReceived: boolean): Status | null {
  if (status === 'returned') return status;
  const end = ends[type];
  if (end !== undefined) return end;
  return isEnd(status) ? status : statusUnderWay(type, status, isReceived);
}

function statusUnderWay(type: Type, status: Status | null, isReceived: boolean): Status | null {
  if (type === 'DossierSubmitted') return status ?? 'registered';
  if (type === 'DossierRefused') return 'refused';
  if (type === 'SupplementRequested') return 'supplement-asked';
  if (type === 'FinancialDutyAsked') return 'financial-duty';
  if (type === 'DossierReceived') {
    // Work may be dated before the reception: then it is in process already.
    return status === 'in-process' || status === 'financial-duty' ? status : 'accepted';
  }
  if (type === 'SupplementReceived' && status === 'supplement-asked') {
    return isReceived ? 'in-process' : 'registered';
  }
  if (type === 'FinancialDutyMet' && status === 'financial-duty') {
    return isReceived ? 'in-process' : 'registered';
  }
  const isFirstWork = work.has(type) && (status === null || status === 'accepted');
  return isFirstWork ? 'in-process' : status;
}
