/**
 * XES (IEEE 1849), the event logs of process mining: traces of events, each with attributes.
 *
 * An event becomes a record; what its trace says stands in columns with `case:` before the key, as
 * pm4py writes such a log to CSV, so that one mapping serves both. Attributes of attributes (lists, containers,
 * remarks on a value) are not read: no column names them.
 */
import { SaxesParser } from 'saxes';
import {
  type Columns,
  type RawRecord,
  type RecordReader,
  recordMax,
  requireColumns,
} from './raw-record.ts';
import { FileRefused } from './refusal.ts';

const scalars: ReadonlySet<string> = new Set(['string', 'date', 'int', 'float', 'boolean', 'id']);

type Attributes = Map<string, string>;

export function xesReader(columns: Columns): RecordReader {
  const parser = new SaxesParser();
  const open: string[] = [];
  const seen = new Set<string>();
  let records: RawRecord[] = [];
  let hasRows = false;
  let isEnding = false;
  let trace: Attributes = new Map();
  let event: Attributes = new Map();
  let eventsOfTrace = 0;
  let doubled: string | undefined;
  let line = 1;
  let lastTag = 0;

  parser.on('error', ({ message }) => {
    if (isEnding) throw truncated(parser.line);
    const what = `not well-formed XML in line ${parser.line} (${message})`;
    throw new FileRefused('unreadable', `${what}: export the log again`);
  });

  parser.on('xmldecl', ({ encoding = 'UTF-8' }) => {
    if (/^(utf-?8|us-ascii|ascii)$/i.test(encoding)) return;
    const what = `the file says that it is in ${encoding.slice(0, 40)}`;
    throw new FileRefused('encoding', `${what}: save it as UTF-8`);
  });

  parser.on('opentag', ({ name, attributes }) => {
    lastTag = parser.position;
    const parent = open.at(-1);
    if (parent === undefined && name !== 'log') {
      throw new FileRefused('unreadable', `the file is a <${name}> and not a <log>: is it XES?`);
    }
    open.push(name);
    if (name === 'trace' && parent === 'log') beginTrace();
    else if (name === 'event' && parent === 'trace') beginEvent();
    else if (scalars.has(name)) attribute(parent, attributes['key'], attributes['value']);
  });

  parser.on('closetag', ({ name }) => {
    lastTag = parser.position;
    open.pop();
    const parent = open.at(-1);
    if (name === 'event' && parent === 'trace') endEvent();
    else if (name === 'trace' && parent === 'log' && eventsOfTrace === 0) {
      hasRows = true;
      records.push({ line, bad: 'a trace without events: there is nothing to record of it' });
    }
  });

  function beginTrace(): void {
    trace = new Map();
    eventsOfTrace = 0;
    doubled = undefined;
    line = parser.line;
  }

  function beginEvent(): void {
    event = new Map();
    eventsOfTrace += 1;
    if (eventsOfTrace > 1) doubled = undefined; // the first event answers for its trace
    line = parser.line;
  }

  function attribute(parent: string | undefined, key = '', value = ''): void {
    if (parent === 'event') put(event, key, value);
    if (parent !== 'trace') return;
    if (eventsOfTrace > 0) {
      const what = `an attribute of a trace stands after its events, in line ${parser.line}`;
      throw new FileRefused('unreadable', `${what}: XES has it before them`);
    }
    put(trace, `case:${key}`, value);
  }

  function put(attributes: Attributes, key: string, value: string): void {
    if (attributes.has(key)) doubled ??= key;
    attributes.set(key, value);
  }

  function endEvent(): void {
    hasRows = true;
    if (doubled !== undefined) {
      records.push({ line, bad: `two attributes have the key ${JSON.stringify(doubled)}` });
      return;
    }
    const values = columns.names.map((name) => {
      const value = event.get(name) ?? trace.get(name);
      if (value !== undefined) seen.add(name);
      return value ?? '';
    });
    records.push({ line, values });
  }

  function taken(): RawRecord[] {
    const complete = records;
    records = [];
    return complete;
  }

  return {
    push(text) {
      parser.write(text);
      if (parser.position - lastTag > recordMax) {
        const what = `no tag ends within ${recordMax} characters of line ${line}`;
        throw new FileRefused('oversize', `${what}: is this a log?`);
      }
      return taken();
    },

    end() {
      isEnding = true;
      if (lastTag === 0) throw new FileRefused('empty', 'the file holds no log');
      parser.close();
      if (!hasRows) throw new FileRefused('empty', 'the log holds no event');
      requireColumns(columns, seen, 'no event has it');
      return taken();
    },
  };
}

function truncated(line: number): FileRefused {
  const what = `the file ends in line ${line}, inside the log`;
  return new FileRefused('truncated', `${what}: nothing of it is recorded. Fetch it again`);
}
