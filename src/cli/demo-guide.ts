/** What to ask a demo first, as whom, and the tokens to ask with. */
import type { Access, NewHolder } from '../ledger/access.ts';
import type { Server } from '../main.ts';
import { say } from './output.ts';

/** Of whom the demo speaks when somebody looks over its shoulder: the centre of Ninh Bình. */
const centre = 'NB';

/** Those who ask in the guide, and the variable in which each one's token stands. */
const askers = [
  ['INSPECTOR', { role: 'inspector' }],
  ['DIRECTOR', { role: 'director', centre }],
  ['OFFICER', { role: 'complaint-officer' }],
  ['CLERK', { role: 'clerk', centre }],
] as const satisfies readonly (readonly [string, NewHolder])[];

/**
 * Prints the guide with tokens made anew: a token is shown once, and the demo is for whoever started it.
 *
 * @param dir the folder of the demo.
 */
export function guide({ url, access }: Server, dir: string): void {
  for (const { id, name, revokedAt } of access.list()) {
    if (name?.startsWith('demo-') === true && revokedAt === null) access.revoke(id);
  }
  const tokens = askers.map(([variable, holder]) => `${variable}=${tokenFor(access, holder)}`);
  say(guideText(url, dir, tokens));
}

function tokenFor(access: Access, holder: NewHolder): string {
  return access.create({ ...holder, name: `demo-${holder.role}` }).token;
}

/** As one word of a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** @param tokens of all who ask, each as a shell sets a variable. Every line but the remarks is for a shell. */
export function guideText(url: string, dir: string, tokens: readonly string[]): string {
  return `
# Look at ${url} and ${url}/docs first. Then copy into a shell, from here on:
URL=${url}
export LEDGER_DIR=${quoted(dir)}
# These tokens replace those of an earlier start:
${tokens.join('\n')}
none() { echo "A demo of so few days has nothing to ask about here."; }
ask() { case "$2" in *//*|*/|*=) none; return;; esac
  curl -s -H "Authorization: Bearer $1" -H "Ledger-At-Least: \${3:--1}" "$URL$2"; echo; }
first() { grep -o "\\"$1\\":\\"[^\\"]*\\"" | head -1 | cut -d'"' -f4; }

# The inspector, of all five centres. Whose lateness was made to look smaller, and what the trail says of it:
ask $INSPECTOR '/v1/findings?rule=breach-lessened&limit=5'
CODE=$(ask $INSPECTOR '/v1/findings?rule=breach-lessened&limit=1' | first dossier)
ask $INSPECTOR "/v1/dossiers/$CODE/events"
ask $INSPECTOR "/v1/dossiers/$CODE/duties"
# Which dossiers were finished late, who was asked for supplements twice, and whose figures of the fees differ:
ask $INSPECTOR '/v1/duties?rule=processing-deadline&state=late&limit=5'
ask $INSPECTOR '/v1/findings?rule=supplement-once&limit=5'
ask $INSPECTOR '/v1/fee-months?reconciliation=disputed'
# When the system stood still, and whether what was noted on paper was entered:
ask $INSPECTOR '/v1/outages'

# The director of Ninh Bình. What is overdue now, with whom it lies and what to do next (npx motcua late says it in lines);
# what was late before it was finished; how many of each agency's were late, and who was away on a day of leave:
ask $DIRECTOR '/v1/late?limit=5'
ask $DIRECTOR '/v1/late?within=was-late&limit=5'
ask $DIRECTOR '/v1/late-totals?by=agency&limit=5'
DAY=$(ask $DIRECTOR '/v1/leave?status=returned&limit=1' | first firstDay)
ask $DIRECTOR "/v1/leave?on=$DAY"
# Who works on how much, and what citizens think of whom:
ask $DIRECTOR '/v1/official-months?limit=10'
ask $DIRECTOR '/v1/rating-totals?limit=10'
# Whether the agencies agree on the money of each month, and what the bank brought that nobody knows:
ask $DIRECTOR '/v1/fee-months?limit=6'
ask $DIRECTOR '/v1/bank-credits?status=left&limit=5'

# The complaint officer. Who complains that it takes too long, and what the dossier's trail said at that moment:
ask $OFFICER '/v1/complaints?about=lateness&limit=3'
ONE=$(ask $OFFICER '/v1/complaints?about=lateness&limit=50' | grep -o '"id":"[^"]*"[^{}]*"dossier":"[^{}]*' | head -1)
ID=$(echo "$ONE" | first id)
CODE=$(echo "$ONE" | first dossier)
SINCE=$(echo "$ONE" | first receivedAt)
ask $OFFICER "/v1/dossiers/$CODE/duties?asOf=$SINCE"
# What they said, which is sealed: opening it is recorded, and the inspector sees who did.
OPENED=$([ -n "$ID" ] && curl -s "$URL/v1/openings" -H "Authorization: Bearer $OFFICER" -H 'Content-Type: application/json' \\
  -d "{\\"stream\\":\\"complaint-$ID\\",\\"revision\\":0,\\"purpose\\":\\"demo\\"}" || none); echo "$OPENED"
ask $INSPECTOR '/v1/openings?limit=1' $(echo "$OPENED" | grep -o '"index":[0-9]*' | cut -d: -f2)
# What officials are said to have done, and what became of it; and the one denunciation, whose author is secret:
ask $OFFICER '/v1/violations?limit=5'
ask $OFFICER '/v1/complaints?kind=denunciation'
# What people ask about data of their own, and by when they are to be answered:
ask $OFFICER '/v1/data-requests?limit=5'

# A clerk of Ninh Bình. Which results wait for whoever is to fetch them; one applicant is told again:
ask $CLERK '/v1/dossiers?status=finished&limit=3'
CODE=$(ask $CLERK '/v1/dossiers?status=finished&limit=1' | first code)
[ -z "$CODE" ] && none || curl -s "$URL/v1/dossiers/$CODE/events" -H "Authorization: Bearer $CLERK" \\
  -H 'Content-Type: application/json' -H "Idempotency-Key: $RANDOM" \\
  -d "{\\"type\\":\\"ApplicantTold\\",\\"occurredAt\\":\\"$(date -u +%FT%TZ)\\",\\"data\\":{\\"about\\":\\"result\\",\\"means\\":\\"sms\\"}}"; echo

# And whoever trusts none of this derives every leaf again: npx motcua verify. Stop with Ctrl-C.`;
}
