/** The list of problems: for programs as every list is, and as a table for whoever opens it in a browser. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { policies } from './policy.ts';
import { titleOf } from './problem.ts';
import { aboutProblem, isProblemCode, type ProblemCode, problemCodes } from './problem-table.ts';

export const ProblemItem = z
  .object({
    code: z.string(),
    type: z.string(),
    status: z.int(),
    title: z.string(),
    says: z.string().describe('What is wrong, and what to do.'),
  })
  .meta({ id: 'ProblemCode' });
type ProblemItem = z.output<typeof ProblemItem>;

const Problems = z.object({ items: z.array(ProblemItem), total: z.int(), next: z.null() });

export function problemsRoute(app: FastifyInstance): void {
  app.get(
    '/problems',
    {
      config: { policy: policies['GET /problems'] },
      schema: {
        summary: 'Every problem that an answer can name',
        tags: ['about'],
        response: {
          200: {
            description: 'The list; or, with Accept: text/html, a table.',
            content: {
              'application/json': { schema: Problems },
              'text/html': { schema: z.string() },
            },
          },
        },
      },
    },
    async (request, reply) => {
      const items = problemCodes.filter(isProblemCode).map(problemItem);
      reply.header('vary', 'accept');
      if (!isBrowser(request)) return { items, total: items.length, next: null };
      return reply.type('text/html; charset=utf-8').send(page(items));
    },
  );
}

/** What is said of `code`, as it is listed. */
export function problemItem(code: ProblemCode): ProblemItem {
  const { status, says } = aboutProblem(code);
  return { code, type: `/problems/${code}`, status, title: titleOf(says), says };
}

/** Browsers name HTML; programs name JSON, or take anything. */
function isBrowser({ headers }: FastifyRequest): boolean {
  return headers.accept?.toLowerCase().includes('text/html') === true;
}

/** Codes and sentences are the program's own: nothing in them needs escaping but what this escapes. */
function page(items: readonly ProblemItem[]): string {
  const rows = items.map(
    ({ code, type, status, says }) =>
      `<tr><td><a href="${escaped(type)}"><code>${escaped(code)}</code></a></td><td>${status}</td><td>${escaped(says)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sổ Cái Một Cửa: problems</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
  table { border-collapse: collapse; } th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #ddd; }
  a { color: #0b4f8a; }
</style>
</head>
<body>
<main>
<h1><span lang="vi">Các lỗi và cách xử lý</span> · Problems</h1>
<table>
<thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">What is wrong, and what to do</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
