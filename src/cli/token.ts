/** `motcua token …`: works beside a running server, which sees the change at once. */
import type { Config } from '../config.ts';
import { type Access, openAccess, type Role } from '../ledger/access.ts';
import { checkIsThere } from '../ledger/sqlite/open.ts';
import { centresIn, pathsOf } from '../main.ts';
import { CommandFailed, exit } from './exit.ts';
import { checkCentre } from './listing.ts';
import { printResult, say } from './output.ts';

type Created = {
  readonly role: Role;
  readonly centre?: readonly string[];
  readonly agency?: string;
  readonly official?: string;
  readonly name?: string;
  readonly json: boolean;
};

export function tokenCreate(config: Config, options: Created): void {
  const { role, centre, agency, official, name, json } = options;
  for (const code of centre ?? []) checkCentre(code, centresIn(config));
  using access = accessOf(config);
  const made = created(() => access.create({ role, centre, agency, official, name }));
  printResult(json, { ...made, role, centres: centre ?? null }, () => [made.token]);
  say(`It opens the ledger in ${config.dir}.`);
}

/** Beside a ledger alone: a token made elsewhere would open nothing. @throws NotThisLedger where there is none. */
function accessOf(config: Config): Access {
  const { ledger, access } = pathsOf(config);
  checkIsThere(ledger);
  return openAccess(access);
}

/** A holder that makes no sense is a mistake on the command line. */
function created<Made>(create: () => Made): Made {
  try {
    return create();
  } catch (error) {
    if (error instanceof RangeError)
      throw new CommandFailed(exit.usage, error.message, { cause: error });
    throw error;
  }
}

export function tokenList(config: Config, { json }: { readonly json: boolean }): void {
  using access = accessOf(config);
  const tokens = access.list();
  printResult(json, { tokens }, () =>
    tokens.length === 0
      ? ['no token has been made']
      : tokens.map(({ id, role, centres, name, revokedAt }) =>
          [
            id,
            role,
            centres === null ? 'all centres' : centres.join(','),
            name,
            revokedAt === null ? '' : `revoked ${revokedAt}`,
          ].join('\t'),
        ),
  );
}

export function tokenRevoke(
  config: Config,
  id: string,
  { json }: { readonly json: boolean },
): void {
  using access = accessOf(config);
  if (!access.revoke(id)) {
    throw new CommandFailed(exit.notFound, `no token ${id}; "motcua token list" shows them`);
  }
  printResult(json, { revoked: id }, () => [`${id} opens nothing from now on`]);
}
