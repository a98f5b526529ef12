/** `motcua token …`: works beside a running server, which sees the change at once. */
import { mkdirSync } from 'node:fs';
import type { Config } from '../config.ts';
import { openAccess, type Role } from '../ledger/access.ts';
import { centresIn, pathsOf } from '../main.ts';
import { CommandFailed, exit } from './exit.ts';
import { printResult } from './output.ts';

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
  const unknown = (centre ?? []).filter((code) => !centresIn(config).has(code));
  if (unknown.length > 0) {
    const known = [...centresIn(config).keys()].join(', ');
    throw new CommandFailed(exit.usage, `no centre ${unknown.join(', ')}; there are: ${known}`);
  }
  mkdirSync(config.dir, { recursive: true });
  using access = openAccess(pathsOf(config).access);
  const made = created(() => access.create({ role, centre, agency, official, name }));
  printResult(json, { ...made, role, centres: centre ?? null }, () => [made.token]);
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
  using access = openAccess(pathsOf(config).access);
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
  using access = openAccess(pathsOf(config).access);
  if (!access.revoke(id)) {
    throw new CommandFailed(exit.notFound, `no token ${id}; "motcua token list" shows them`);
  }
  printResult(json, { revoked: id }, () => [`${id} opens nothing from now on`]);
}
