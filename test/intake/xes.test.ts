import { expect, test } from 'vitest';
import { xesReader } from '../../src/intake/xes.ts';
import { columns, recordsOf } from './support.ts';

const asked = columns('case:concept:name', 'concept:name', 'time:timestamp');
const read = (text: string, size?: number) => recordsOf(xesReader(asked), text, size);

const log = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <global scope="event"><string key="concept:name" value="UNKNOWN"/></global>
  <string key="concept:name" value="a whole log"/>
  <trace>
    <string key="concept:name" value="case-1"><string key="concept:name" value="a remark"/></string>
    <event>
      <string key="concept:name" value="Thẩm định &amp; ký"/>
      <date key="time:timestamp" value="2026-05-05T09:30:00.000+07:00"/>
    </event>
    <event>
      <string key="concept:name" value="Trả"/>
      <list key="time:timestamp"><date key="time:timestamp" value="1999-01-01T00:00:00Z"/></list>
    </event>
  </trace>
</log>
`;

test('an event is a record, with the attributes of its trace; lines are where events begin', () => {
  for (const size of [1, 10, log.length]) {
    expect(read(log, size)).toEqual([
      { line: 8, values: ['case-1', 'Thẩm định & ký', '2026-05-05T09:30:00.000+07:00'] },
      { line: 12, values: ['case-1', 'Trả', ''] },
    ]);
  }
});

test('a log that is cut anywhere before its end is truncated', () => {
  const end = log.indexOf('</log>') + '</log>'.length;
  const begun = log.indexOf('<log xes') + '<log '.length;
  for (let at = begun; at < end; at += 1) {
    expect(() => read(log.slice(0, at))).toThrow(
      expect.objectContaining({
        name: 'FileRefused',
        code: at < log.indexOf('<extension') - 3 ? 'empty' : 'truncated',
      }),
    );
  }
  expect(read(log.slice(0, end))).toHaveLength(2);
});

test.each([
  ['XML that is not well-formed', '<log><trace></event></trace></log>', 'unreadable'],
  ['another kind of XML', '<Document></Document>', 'unreadable'],
  ['an entity of its own', '<log><trace><string key="&x;" value=""/></trace></log>', 'unreadable'],
  ['a log without events', '<log></log>', 'empty'],
  ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><log></log>', 'encoding'],
  [
    'a trace attribute after an event',
    '<log><trace><event></event><string key="a" value=""/></trace></log>',
    'unreadable',
  ],
])('%s is refused', (_, text, code) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code }));
});

test('a trace without events, and an event with one key twice, are listed', () => {
  const event = '<event><string key="concept:name" value="x"/>';
  const both = `<log><trace></trace>\n<trace><string key="concept:name" value="c"/>${event}<string key="concept:name" value="y"/></event>
    ${event}<date key="time:timestamp" value="t"/></event></trace></log>`;
  expect(read(both)).toEqual([
    { line: 1, bad: 'a trace without events: there is nothing to record of it' },
    { line: 2, bad: 'two attributes have the key "concept:name"' },
    { line: 3, values: ['c', 'x', 't'] },
  ]);
});

test('an attribute without end is refused before it fills the memory', () => {
  const reader = xesReader(asked);
  reader.push('<log><trace><string key="');
  expect(() => reader.push('x'.repeat(1024 * 1024 + 1))).toThrow(
    expect.objectContaining({ code: 'oversize' }),
  );
});
