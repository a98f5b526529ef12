/** What a line of the table of routes says, and the lines that every kind of record has. */
import type { Role } from '../../ledger/access.ts';

export type Policy =
  /** Whoever asks. */
  | { readonly access: 'public' }
  /** One of `roles`, or whoever asks from the machine itself and not through a proxy. */
  | { readonly access: 'machine'; readonly roles: readonly Role[] }
  | {
      readonly access: 'roles';
      readonly roles: readonly Role[];
      /**
       * `own`: of the centres that the token is for, and for an official or an agency's officer only
       * what concerns them. `none`: it says nothing of any centre's work.
       */
      readonly scope: 'own' | 'none';
    };

export const open: Policy = { access: 'public' };

type RecordRoute<Path extends string> =
  | `POST ${Path}/events`
  | `GET ${Path}`
  | `GET ${Path}/${'events' | 'duties' | 'findings'}`;

/** The routes of one kind of record: who may write to it, and who may read it, each within their scope. */
export function record<Path extends string>(
  path: Path,
  { write, read }: { readonly write: readonly Role[]; readonly read: readonly Role[] },
): Record<RecordRoute<Path>, Policy>;
export function record(
  path: string,
  { write, read }: { readonly write: readonly Role[]; readonly read: readonly Role[] },
): Record<string, Policy> {
  return {
    [`POST ${path}/events`]: { access: 'roles', roles: write, scope: 'own' },
    ...readOnly(path, read),
  };
}

/** The same of a record that nobody posts to. */
export function readOnly<Path extends string>(
  path: Path,
  read: readonly Role[],
): Record<Exclude<RecordRoute<Path>, `POST ${string}`>, Policy>;
export function readOnly(path: string, read: readonly Role[]): Record<string, Policy> {
  const reading: Policy = { access: 'roles', roles: read, scope: 'own' };
  return {
    [`GET ${path}`]: reading,
    [`GET ${path}/events`]: reading,
    [`GET ${path}/duties`]: reading,
    [`GET ${path}/findings`]: reading,
  };
}
