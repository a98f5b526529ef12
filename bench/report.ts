/** The rows as people read them. */
import type { Machine } from './machine.ts';
import { metBy, type Row } from './measure.ts';
import { figure } from './words.ts';

export function tableOf(rows: readonly Row[]): string {
  const head = ['', 'median', '', 'min … max', 'yardstick', 'ratio', 'at least', 'aim', 'met'];
  const lines = rows.map((row) => [
    row.name,
    figure(row.value),
    row.unit,
    row.repetitions > 1 ? `${figure(row.min)} … ${figure(row.max)}` : '',
    row.yardstick === null ? '' : figure(row.yardstick),
    row.ratio === null ? '' : row.ratio.toFixed(2),
    ...targetOf(row),
  ]);
  const against = [...new Set(rows.flatMap((row) => row.against ?? []))];
  const notes = against.map((one) => {
    const names = rows.filter((row) => row.against === one).map(({ name }) => name);
    return `yardstick "${one}": ${names.join('; ')}`;
  });
  return [...aligned([head, ...lines]), '', ...notes].join('\n');
}

function targetOf(row: Row): [string, string, string] {
  const { target } = row;
  if (target === null) return ['', '', ''];
  const sign = target.kind === 'under' ? '< ' : '';
  const least = target.atLeast === null ? '' : `${sign}${target.atLeast}`;
  return [least, `${sign}${target.aim}`, metBy(row) ?? ''];
}

/** Columns of equal width: the first and the unit to the left, figures to the right. */
function aligned(lines: readonly (readonly string[])[]): string[] {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  return lines.map((cells) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 || column === 2 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
}

export function machineLine(machine: Machine): string {
  const { cpu, cores, memoryGB, platform, node, sqlite, fdatasyncs } = machine;
  return `${cores} cores of ${cpu}, ${memoryGB} GB, ${platform}, Node ${node}, SQLite ${sqlite}, ${fdatasyncs} fdatasync/s`;
}

/** One line for a program. */
export function jsonOf(rows: readonly Row[], machine: Machine): string {
  const told = rows.map(({ target, ...row }) => ({
    ...row,
    atLeast: target?.atLeast ?? null,
    aim: target?.aim ?? null,
    met: metBy({ target, ...row }),
  }));
  return JSON.stringify({ rows: told, machine });
}
