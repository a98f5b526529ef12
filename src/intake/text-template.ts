/** Text made of columns: `{source}-{number}`. A brace of its own is written twice. */
import type { Values } from './raw-record.ts';

type Part = { readonly text: string } | { readonly column: string };

/** What is wrong with a template; null if nothing is. */
export function templateProblem(template: string): string | null {
  const parts = partsOf(template);
  if (parts === null) return 'a template names columns in braces, as {source}-{number}';
  return parts.some((part) => 'column' in part) ? null : 'a template without a column is a "const"';
}

/** The columns that a template names. */
export function templateColumns(template: string): string[] {
  return (partsOf(template) ?? []).flatMap((part) => ('column' in part ? [part.column] : []));
}

/** The text of a row; empty if any of its columns is. @param column gives the place of a column among the values of a row. */
export function compileTextTemplate(
  template: string,
  column: (name: string) => number,
): (values: Values) => string {
  const parts = (partsOf(template) ?? []).map((part) =>
    'column' in part ? column(part.column) : part.text,
  );
  return (values) => {
    let text = '';
    for (const part of parts) {
      const piece = typeof part === 'string' ? part : (values[part] ?? '');
      if (piece === '') return '';
      text += piece;
    }
    return text;
  };
}

/** Null where the braces do not pair. */
function partsOf(template: string): Part[] | null {
  const parts: Part[] = [];
  const pieces = template.matchAll(/\{\{|\}\}|\{([^{}]+)\}|[^{}]+|[{}]/g);
  for (const [piece, column] of pieces) {
    if (column !== undefined) parts.push({ column });
    else if (piece === '{' || piece === '}') return null;
    else parts.push({ text: piece === '{{' || piece === '}}' ? piece.slice(1) : piece });
  }
  return parts;
}
