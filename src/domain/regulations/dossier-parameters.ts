/** The values that the rules on dossiers compute with, beside those of their processing. */

/** Why a procedure is solved at the centre itself: on the day, by delegation, or by the agency's section there. */
export type SolvedAtCentre = 'same-day' | 'delegated' | 'on-the-spot';

/** Which event is the result that the time of a dossier is measured by: see `processing-deadline`. */
export type ResultIs = 'decided' | 'handed-over' | 'returned';

export type DossierParameters = {
  /** Which event is the result (kết quả) that the time of a dossier is measured by. */
  readonly resultIs: ResultIs;
  /** The procedures that whoever is at the centre owes; empty: none but by the record of the dossier. */
  readonly solvedAtCentre: readonly SolvedAtCentre[];
  /**
   * Received after this, what is solved on the day is due on the next working day; null: there is no
   * such hour. Minutes since local midnight.
   */
  readonly sameDayUntil: number | null;
  /** Who owes a step of an approved process: whoever it is assigned to, or the agency. */
  readonly stepBearer: 'agency' | 'official';
  /**
   * Days by the clock past its due time after which a dossier is a failure that the centre proposes a
   * measure for: it is then listed where none was proposed, and no rule is broken.
   */
  readonly failureAfterDays: number;
  /** Whether a request for supplements or a refusal has to say why, on the form for it. */
  readonly supplementsReasoned: boolean;
};
