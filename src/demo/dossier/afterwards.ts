/** What comes after the end of a dossier of the demo: what the applicant thinks, and what went wrong with the record. */
import { type Course, clerkOf } from './course.ts';
import { breaks, plants } from './planting.ts';
import { ratingRemarks } from './texts.ts';

/** One in five rates the counter or the agency; who waited too long rates it low. */
export function isRated(course: Course, isLate: boolean): void {
  const { scene, chance, life, office, official, code } = course;
  const returned = life.facts.findLast(({ type }) => type === 'ResultReturned');
  if (returned === undefined || !chance.happens(0.2)) return;
  life.after(chance.between(4, 30));
  const reference = `DG-${code.slice(-11)}`;
  const isOnline = course.resultChannel === 'online';
  const score = isLate ? chance.between(1, 4) : chance.between(3, 5);
  const ofAgency = isLate || chance.happens(0.3);
  life.happens('SatisfactionRated', scene.place.system, {
    reference,
    score,
    best: 5,
    channel: isOnline ? 'portal' : chance.pick(['device', 'software', 'survey'] as const),
    of: ofAgency ? 'processing' : chance.pick(['conduct', 'reception', 'all'] as const),
    official: ofAgency ? official : clerkOf(course),
    unit: ofAgency ? office.agency : scene.place.unit,
    ...(chance.happens(0.3) ? { remark: chance.pick(ratingRemarks) } : {}),
  });
  if (score > 3 || !chance.happens(0.2)) return;
  life.after(chance.between(400, 2_000));
  const by = scene.place.complaintOfficer;
  life.happens('RatingAnnotated', by, {
    reference,
    finding: chance.pick(['untrue', 'disputed', 'confirmed'] as const),
    by,
    document: `${chance.between(40, 400)}/BB-TTPVHCC`,
    reason: 'Đối chiếu sổ quầy và camera ngày giao dịch',
  });
}

/** Somebody's papers got about: by an official (KT Đ5.1d), or what the post carried (NB Đ5.3b). */
export function isDisclosed(course: Course): void {
  const { scene, chance, life, office } = course;
  const isOfPost = scene.place.centre === 'NB';
  if (isOfPost && !life.facts.some(({ type }) => type === 'CourierHandedOver')) return;
  if (scene.place.centre === 'TQ' || !breaks(course, 'confidentiality')) return;
  life.after(chance.between(60, 600));
  const official = chance.pick(office.officers);
  life.happens('DisclosureReported', scene.place.complaintOfficer, {
    what: chance.pick(['papers', 'personal-secret'] as const),
    by: isOfPost ? 'post' : 'official',
    official: isOfPost ? null : official,
    unit: isOfPost ? scene.place.post : office.agency,
    forGain: false,
    account: 'Bản sao căn cước của người nộp được chụp và gửi cho người khác',
  });
  plants(course, 'confidentiality');
}

/** Something was entered that belongs to another dossier; found out, and taken back. */
export function isTakenForAnother(course: Course): void {
  const { chance, life, office } = course;
  const official = clerkOf(course);
  const note = 'Đã gọi điện nhắc cơ quan';
  life.happens('ProgressNoted', official, { unit: office.agency, official, note });
  life.after(chance.between(30, 400));
  life.happens(
    'EntryWithdrawn',
    official,
    {
      because: 'other-record',
      elsewhere: `dossier-${office.agency}-${life.today().slice(2).replaceAll('-', '')}-0001`,
      reason: 'Nhập nhầm sang hồ sơ kế bên',
    },
    { corrects: 'ProgressNoted' },
  );
  life.after(5);
}
