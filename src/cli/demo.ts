/** `motcua demo`: a ledger with something to look at, and tokens to look with. */
import type { Config } from '../config.ts';
import type { Access, NewHolder } from '../ledger/access.ts';
import { ledgerOf, type Server } from '../main.ts';
import { type MakeOptions, makeDemo } from './make-demo.ts';
import { say } from './output.ts';
import { serveUntilTold } from './serve.ts';

type Options = MakeOptions & { readonly serve: boolean };

export async function demoCommand(config: Config, options: Options): Promise<void> {
  await makeDemo(config, options);
  if (!options.serve) return;
  using ledger = ledgerOf(config, 'demo');
  await serveUntilTold(config, ledger, guide);
}

/** Made anew at every start: a token is shown once, and the demo is for whoever started it. */
function guide({ url, access }: Server): void {
  for (const { id, name, revokedAt } of access.list()) {
    if (name?.startsWith('demo-') === true && revokedAt === null) access.revoke(id);
  }
  const inspector = tokenFor(access, { role: 'inspector' });
  const director = tokenFor(access, { role: 'director', centre: 'NB' });
  const officer = tokenFor(access, { role: 'complaint-officer', centre: 'NB' });
  const clerk = tokenFor(access, { role: 'clerk', centre: 'NB' });
  const ask = (token: string, query: string) =>
    `  curl -s -H "Authorization: Bearer $${token}" "${url}/v1/${query}"`;
  say(`
Tokens of this demo (each only here and now). The inspector sees all five centres, the others Ninh Bình (NB):
  INSPECTOR=${inspector}
  DIRECTOR=${director}
  OFFICER=${officer}
  CLERK=${clerk}

Look at ${url} first, and at ${url}/docs. Paste the four lines above into a shell, and ask.

As the inspector (thanh tra): which breaches were corrected away, and which dossiers were late?
${ask('INSPECTOR', 'findings?rule=breach-lessened&limit=3')}
${ask('INSPECTOR', 'duties?rule=processing-deadline&state=late&limit=3')}
Take a code from there, read its trail, and open a name (the opening is recorded):
${ask('INSPECTOR', 'dossiers/CODE/events')}
  curl -s -X POST -H "Authorization: Bearer $INSPECTOR" -H "Content-Type: application/json" ${url}/v1/openings \\
    -d '{"stream":"dossier-CODE","revision":0,"purpose":"Kết luận thanh tra 12/KL-TTr"}'

As the director (giám đốc) of Ninh Bình: what is overdue now, who was away, what did the fees come to?
${ask('DIRECTOR', 'duties?state=overdue&limit=5')}
${ask('DIRECTOR', 'leave?limit=5')}
${ask('DIRECTOR', 'attendance?mark=no-check-out&limit=5')}
${ask('DIRECTOR', 'fee-totals')}

As the complaint officer (cán bộ tiếp nhận phản ánh): what is open, and what did the trail say then?
${ask('OFFICER', 'complaints?limit=5')}
${ask('OFFICER', 'complaints/ID/events')}
${ask('OFFICER', 'dossiers/CODE?asOf=TIME-OF-THE-COMPLAINT')}

Stop with Ctrl-C.`);
}

function tokenFor(access: Access, holder: NewHolder): string {
  return access.create({ ...holder, name: `demo-${holder.role}` }).token;
}
