/**
 * The lives of dossiers as the benchmark has them: believable, and the same at every run.
 *
 * A life is a function of its number alone. It has about 12 facts of some 500 bytes as stored. One in
 * seven is late; some are asked for supplements, corrected, moved, withdrawn, or forgotten. It is not the
 * demo's: what is measured must stay the same when the demo grows.
 */
import { referenceWorkingTime } from '../src/domain/regulations/reference-time.ts';
import { Instant } from '../src/domain/units.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { type Office, offices } from './offices.ts';

export type LifeFact = {
  readonly type: string;
  readonly occurredAt: Instant;
  /** When it was entered: mostly within minutes, now and then days later. */
  readonly enteredAt: Instant;
  readonly actor: string;
  /** As a client posts it. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The place, among these facts, of the one that it corrects. */
  readonly corrects: number | null;
};

export type Life = { readonly code: string; readonly facts: readonly LifeFact[] };

/** Of a busy provincial centre: it makes some 1,500 open dossiers at any time. */
const dossiersADay = 200;

const dayMinutes = 480;

const time = referenceWorkingTime('Asia/Ho_Chi_Minh', 'vietnam');
const opening = Instant.parse('2022-01-04T07:30:00+07:00');

/** When dossier `number`, from 0, comes in. Later numbers come later. */
export function arrivalOf(number: number): Instant {
  return time.addMinutes(opening, Math.floor((number * dayMinutes) / dossiersADay));
}

export function lifeOf(number: number): Life {
  const chance = chanceFrom(number);
  const office = chance.pick(offices);
  const arrival = arrivalOf(number);
  const day = new Date(Date.parse(arrival) + 7 * 3_600_000).toISOString().slice(2, 10);
  const code = `${office.agency}-${day.replaceAll('-', '')}-${String(number).padStart(6, '0')}`;
  const book = bookFrom(arrival, chance);
  handle(book, { number, code, office, official: chance.pick(office.officials) }, chance);
  return { code, facts: book.facts };
}

type Dossier = {
  readonly number: number;
  readonly code: string;
  readonly office: Office;
  readonly official: string;
};

/** Where a life is written down as it goes. */
type Book = {
  readonly facts: LifeFact[];
  readonly now: () => Instant;
  readonly after: (minutes: number) => void;
  readonly write: (type: string, actor: string, data: LifeFact['data']) => void;
  readonly correct: (type: string, actor: string, occurredAt: Instant) => void;
};

function bookFrom(arrival: Instant, chance: Chance): Book {
  const facts: LifeFact[] = [];
  let now = arrival;
  return {
    facts,
    now: () => now,
    after: (minutes) => {
      now = time.addMinutes(now, Math.max(1, Math.round(minutes)));
    },
    write(type, actor, data) {
      const delay = chance.happens(0.02) ? chance.between(600, 2_000) : chance.between(0, 5);
      const enteredAt = type === 'DossierReceived' ? now : time.addMinutes(now, delay);
      facts.push({ type, occurredAt: now, enteredAt, actor, data, corrects: null });
    },
    correct(type, actor, occurredAt) {
      const corrects = facts.findIndex((fact) => fact.type === type);
      const wrong = facts[corrects];
      if (wrong === undefined) return;
      const enteredAt = time.addMinutes(now, chance.between(60, 1_200));
      facts.push({ ...wrong, actor, occurredAt, enteredAt, corrects });
    },
  };
}

function handle(book: Book, dossier: Dossier, chance: Chance): void {
  const { office, official } = dossier;
  const clerk = chance.pick(clerks);
  const { code: procedure, days, steps } = chance.pick(office.procedures);
  const received = book.now();
  const due = time.addWorkingDays(received, days, 'next-day');
  receive(book, dossier, { clerk, procedure, due }, chance);
  if (chance.happens(0.08)) askForSupplement(book, dossier, clerk, chance);
  if (chance.happens(0.01)) return; // forgotten in a drawer

  const isSlow = chance.happens(0.14);
  const share = isSlow ? 1.05 + chance.fraction() : 0.3 + 0.6 * chance.fraction();
  for (const step of steps) {
    book.after((days * dayMinutes * share) / steps.length);
    const instance = `buoc-${dossier.number}-${step.length}`;
    const data = { step, official, unit: office.agency, instance };
    book.write('StepCompleted', official, { ...data, outcome: 'Đủ điều kiện, chuyển bước sau' });
  }
  if (chance.happens(0.03)) {
    const reason = 'Gia đình chưa thống nhất việc chia thửa, xin rút hồ sơ';
    book.write('DossierWithdrawn', clerk, { form: 'letter', official: clerk, reason });
    return;
  }
  finish(book, dossier, { clerk, due }, chance);
}

function receive(
  book: Book,
  { code, number, office: { agency }, official }: Dossier,
  { clerk, procedure, due }: { clerk: string; procedure: string; due: Instant },
  chance: Chance,
): void {
  const name = `${chance.pick(names)} ${chance.pick(names)}, ${chance.pick(wards)}`;
  book.write('DossierReceived', clerk, {
    code,
    procedure,
    channel: chance.pick(['direct', 'direct', 'online', 'post']),
    place: 'centre',
    receivingUnit: centreUnit,
    solvingUnit: agency,
    receiver: clerk,
    official,
    withinCompetence: true,
    complete: true,
    components: papers.map((paper) => ({ name: paper, copies: 1, kind: 'original' })),
    slip: `${number}/TNHS`,
    appointment: { at: due },
    resultChannel: 'direct',
    applicant: { text: name, nationalNumber: String(37_000_000_000 + number).padStart(12, '0') },
  });
  book.after(20);
  book.write('DossierDigitised', clerk, {
    pages: chance.between(4, 30),
    signed: true,
    official: clerk,
  });
  const reference = `${number}/BG-TTPVHCC`;
  const [from, to] = [centreUnit, agency];
  const medium = 'electronic';
  book.after(10);
  book.write('DossierTransferred', clerk, {
    reference,
    medium,
    from,
    to,
    giver: clerk,
    receiver: official,
  });
  book.after(chance.between(20, 120));
  book.write('TransferAcknowledged', official, { reference, unit: agency, receiver: official });
}

function askForSupplement(
  book: Book,
  { number, office, official }: Dossier,
  clerk: string,
  chance: Chance,
): void {
  const times = chance.happens(0.2) ? 2 : 1;
  for (let turn = 1; turn <= times; turn += 1) {
    const reference = `${turn}-${number}/YCBS`;
    book.after(chance.between(60, 400));
    book.write('SupplementRequested', official, {
      reference,
      form: 'supplement-form',
      complete: turn === 1,
      official,
      unit: office.agency,
      contents: 'Bản vẽ sơ đồ thửa đất có xác nhận của đơn vị đo đạc',
      reason: 'Bản chụp chưa rõ, thiếu chữ ký của người sử dụng đất liền kề',
    });
    book.after(chance.between(200, 1_400));
    book.write('SupplementReceived', clerk, {
      reference,
      complete: true,
      channel: 'direct',
      official: clerk,
    });
  }
}

function finish(
  book: Book,
  { number, office: { agency }, official }: Dossier,
  { clerk, due }: { clerk: string; due: Instant },
  chance: Chance,
): void {
  const isLate = book.now() > due;
  const later = { at: time.addMinutes(book.now(), dayMinutes) };
  if (isLate && chance.happens(0.5)) {
    const reason = 'Việc xác minh ranh giới thửa đất kéo dài hơn dự kiến';
    book.write('ApologyIssued', official, {
      unit: agency,
      signer: head,
      newAppointment: later,
      reason,
    });
  }
  if (isLate && chance.happens(0.2)) {
    book.write('AppointmentMoved', head, { by: head, before: { at: due }, after: later });
  }
  const document = `${number}/QĐ-${agency}`;
  book.after(15);
  book.write('DossierDecided', official, {
    outcome: 'granted',
    document,
    signer: head,
    unit: agency,
  });
  book.after(chance.between(20, 200));
  book.write('ResultHandedOver', official, { from: agency, giver: official, receiver: clerk });
  book.after(30);
  const message = 'Kết quả đã có, mời ông bà đến nhận tại quầy trả kết quả';
  book.write('ApplicantTold', clerk, { about: 'result', means: 'sms', official: clerk, message });
  book.after(chance.between(10, 1_200));
  const proof = { slip: true, authorisation: null, identityPaper: true, signature: true };
  const [chosenChannel, usedChannel, to] = ['direct', 'direct', 'applicant'];
  book.write('ResultReturned', clerk, {
    to,
    proof,
    chosenChannel,
    usedChannel,
    official: clerk,
    document,
  });
  if (isLate && chance.happens(0.15)) book.correct('DossierDecided', head, due);
}

const centreUnit = 'H42.TTPVHCC';
const head = 'gd-0400';
const clerks = ['cb-0401', 'cb-0402', 'cb-0403', 'cb-0404', 'cb-0405', 'cb-0406'] as const;
const names = ['Nguyễn Văn', 'Trần Thị', 'Lê Minh', 'Phạm Thu', 'Vũ Đức', 'Lò Ngọc'] as const;
const wards = ['phường Nam Bình', 'xã Ninh Nhất', 'phường Vân Giang', 'xã Gia Viễn'] as const;
const papers = ['Đơn đăng ký biến động đất đai', 'Giấy chứng nhận đã cấp', 'Bản vẽ sơ đồ thửa đất'];
