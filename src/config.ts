/** What may differ between two installations of this program. Read once, at the start. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { zoneNamed } from './domain/time/zone.ts';

const prefix = 'LEDGER_';

/** Of plain-text accounting programs, which many people have set. */
const others = new Set(['LEDGER_FILE']);

const Config = z.strictObject({
  LEDGER_DIR: z
    .string()
    .min(1)
    .default('./var/ledger')
    .describe('Folder of everything the ledger keeps.'),
  LEDGER_HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on.'),
  LEDGER_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8080)
    .describe('Port; 0: any that is free.'),
  LEDGER_STORE: z.enum(['embedded']).default('embedded').describe('Where events are kept.'),
  LEDGER_WITNESS: z
    .string()
    .min(1)
    .optional()
    .describe('File of the head witness, on another volume if there is one.'),
  LEDGER_NAME: z
    .string()
    .min(1)
    .max(100)
    .default('ledger')
    .describe('What a new ledger is called, for ever.'),
  LEDGER_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  LEDGER_REFERENCE_ZONE: z
    .string()
    .default('Asia/Ho_Chi_Minh')
    .refine(isZone, 'no such time zone: use an IANA name like Asia/Ho_Chi_Minh')
    .describe('Time zone of the centre "reference".'),
  LEDGER_REFERENCE_CALENDAR: z
    .enum(['always', 'vietnam'])
    .default('always')
    .describe('Hours of the centre "reference": round the clock, or Vietnamese office hours.'),
  LEDGER_RATE_LIMIT: z.coerce
    .number()
    .int()
    .min(0)
    .default(60_000)
    .describe(
      'Requests a minute with one token; without one, from one address, a hundredth. 0: no limit.',
    ),
});

export type Config = {
  readonly dir: string;
  readonly host: string;
  readonly port: number;
  readonly witness: string | null;
  readonly name: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly referenceZone: string;
  readonly referenceCalendar: 'always' | 'vietnam';
  readonly rateLimit: number;
};

/**
 * The configuration in `env`; variables of other programs, and empty ones, are ignored.
 *
 * @throws ConfigError naming every variable that is malformed, or begins with `LEDGER_` and means
 *   nothing, which is how a typing error shows.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const ours = Object.entries(env).filter(
    ([name, value]) => name.startsWith(prefix) && value !== '' && !others.has(name),
  );
  const parsed = Config.safeParse(Object.fromEntries(ours));
  if (!parsed.success) throw new ConfigError(z.prettifyError(parsed.error));
  const { data } = parsed;
  return {
    dir: resolve(data.LEDGER_DIR),
    host: data.LEDGER_HOST,
    port: data.LEDGER_PORT,
    witness: data.LEDGER_WITNESS === undefined ? null : resolve(data.LEDGER_WITNESS),
    name: data.LEDGER_NAME,
    logLevel: data.LEDGER_LOG_LEVEL,
    referenceZone: data.LEDGER_REFERENCE_ZONE,
    referenceCalendar: data.LEDGER_REFERENCE_CALENDAR,
    rateLimit: data.LEDGER_RATE_LIMIT,
  };
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

function isZone(name: string): boolean {
  try {
    zoneNamed(name);
    return true;
  } catch {
    return false;
  }
}
