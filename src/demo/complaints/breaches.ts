/** What goes wrong on purpose with complaints of a demo: each by the rule that finds it, and what such a complaint is about. */
import type { CalendarDate } from '../../domain/units.ts';
import type { Chance } from '../chance.ts';
import { personFrom } from '../people.ts';
import type { Scene } from '../scene.ts';
import { serviceAt } from '../telling.ts';
import { type Fault, faults, type Matter } from './matter.ts';
import { grieved, ofTheCentre } from './texts.ts';

/** The complaints that come on a day to be dealt with wrongly. Asked for one working day after another. */
export type Planting = (day: CalendarDate, chance: Chance) => Iterable<Matter>;

export function plantingOf(scene: Scene): Planting {
  return function* (day, chance) {
    for (const fault of faults) {
      if (scene.breaks(fault, day, 'complaint')) yield matterFor(scene, fault, day, chance);
    }
  };
}

type About = {
  readonly kind: Matter['kind'];
  readonly about: keyof typeof saidOf;
  /** Whether it names an agency, and an official of it. */
  readonly names: 'nobody' | 'agency' | 'official';
};

const feedback: About = { kind: 'feedback', about: 'guidance', names: 'agency' };
const ofConduct: About = { kind: 'feedback', about: 'conduct', names: 'official' };
const ofCentre: About = { kind: 'feedback', about: 'centre', names: 'nobody' };
const complaint: About = { kind: 'complaint', about: 'lateness', names: 'agency' };
const denunciation: About = { kind: 'denunciation', about: 'conduct', names: 'official' };

const aboutOf: Readonly<Record<Fault, About>> = {
  'complaint-accepted': complaint,
  'complaint-resolved': complaint,
  'second-complaint-resolved': { ...complaint, kind: 'second-complaint' },
  'denunciation-checked': denunciation,
  'denunciation-forwarded': denunciation,
  'denunciation-resolved': denunciation,
  'feedback-forwarded': feedback,
  'three-way-routing': ofCentre,
  'three-way-routing-urged': feedback,
  'written-reply-with-copy': ofCentre,
  'written-reply-with-copy-copied': { ...ofCentre, names: 'agency' },
  'written-reply-with-copy-outcome': feedback,
  'portal-feedback-answered': { ...feedback, kind: 'question' },
  'official-comes-at-once': feedback,
  'outcome-published': ofConduct,
  'postal-complaints-report-settled': {
    kind: 'postal-complaint',
    about: 'delivery',
    names: 'nobody',
  },
  'explanation-forwarded': feedback,
  'agency-answers': { ...complaint, about: 'result' },
  'deputy-answers': { ...ofCentre, kind: 'suggestion' },
  'violation-handled': ofConduct,
  'violation-handled-by-agency': ofConduct,
  'backdated-entry': ofCentre,
};

const saidOf = { ...grieved, centre: ofTheCentre };

function matterFor(scene: Scene, fault: Fault, day: CalendarDate, chance: Chance): Matter {
  const { kind, about, names } = aboutOf[fault];
  const office = names === 'nobody' ? null : chance.pick(scene.place.offices);
  return {
    kind,
    about,
    at: serviceAt(scene, day, chance.between(20, 400)),
    person: personFrom(chance, scene.place),
    text: chance.pick(saidOf[about]),
    dossier: null,
    agency: office?.agency ?? null,
    official: office !== null && names === 'official' ? chance.pick(office.posted) : null,
    fault,
  };
}
