/** The first page: what this is, how it is, and where to look. Plain HTML, nothing loaded from anywhere. */
import type { FastifyInstance } from 'fastify';
import { type Health, healthOf } from './health.ts';
import type { RouteParts } from './parts.ts';
import { policies } from './policy.ts';

export function pageRoute(app: FastifyInstance, parts: RouteParts): void {
  app.get(
    '/',
    {
      config: { policy: policies['GET /'], rateLimit: false },
      schema: { summary: 'A page for people', tags: ['about'], produces: ['text/html'] },
    },
    async (_, reply) => {
      const health = healthOf(parts);
      return reply
        .type('text/html; charset=utf-8')
        .header('ledger-position', String(health.position))
        .send(page(health));
    },
  );
}

/** Each line in both languages: Vietnamese first, as those who come here read it. */
function page(health: Health): string {
  const { name, kind } = health;
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sổ Cái Một Cửa: ${escaped(name)}</title>
<style>
  body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
  h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
  dt { font-weight: 600; } dd { margin: 0 0 .6rem; overflow-wrap: anywhere; }
  a { color: #0b4f8a; } code { font-size: .95em; }
  .wrong { border-left: .4rem solid #a40000; padding: .2rem 1rem; background: #fff1f0; }
  .demo { border-left: .4rem solid #8a6d00; padding: .2rem 1rem; background: #fff8e1; }
  [lang=en] { color: #4a4a4a; }
</style>
</head>
<body>
<main>
<h1>Sổ Cái Một Cửa <span lang="en">· The one-stop ledger</span></h1>
<p>Sổ ghi mọi việc đã xảy ra với hồ sơ tại Trung tâm Phục vụ hành chính công, không sửa, không xóa; chỉ ra việc nào trái quy chế, theo điều nào, và chứng cứ.
<br><span lang="en">It keeps what happens to dossiers at a Public Administrative Service Centre as events that are never changed, and finds what breaks the centre's regulation, by which article, with the events that prove it.</span></p>
${kind === 'demo' ? demoNotice : ''}${lossNotice(health)}
<h2>Tình trạng <span lang="en">· How it is</span></h2>
<dl>
${rows(health)}
</dl>
<h2>Xem ở đâu <span lang="en">· Where to look</span></h2>
<ul>
<li><a href="/docs">/docs</a>: hướng dẫn giao diện lập trình <span lang="en">· pages of the HTTP interface</span></li>
<li><a href="/openapi.json">/openapi.json</a>: mô tả OpenAPI <span lang="en">· the same for programs</span></li>
<li><code>/v1/dossiers</code>, <code>/v1/late</code>, <code>/v1/duties</code>, <code>/v1/findings</code>, <code>/v1/official-months</code>: cần mã truy cập <span lang="en">· lists, which need a token</span></li>
<li><a href="/problems">/problems</a>: các lỗi và cách xử lý <span lang="en">· every problem, and what to do</span></li>
<li><a href="/health/ready">/health/ready</a>, <code>/metrics</code>: cho người vận hành <span lang="en">· for operators</span></li>
</ul>
<p>Hỏi gì trước <span lang="en">· What to ask first</span>:</p>
<ul>
<li><code>npx motcua findings</code>: việc gì trái quy chế <span lang="en">· what is broken</span></li>
<li><code>npx motcua inspect CODE</code>: một hồ sơ, mọi việc đã xảy ra <span lang="en">· one dossier, its trail and its duties</span></li>
<li><code>/v1/findings?rule=breach-lessened</code>: ai đã làm cho việc trễ hạn trông nhẹ hơn <span lang="en">· whose lateness was made to look smaller</span></li>
<li><code>/v1/duties?rule=processing-deadline&amp;state=overdue</code>: hồ sơ nào đã quá hạn <span lang="en">· which dossiers should be finished by now</span></li>
</ul>
<p>Mã truy cập do người quản trị cấp: <code>npx motcua token create --role inspector</code>
<br><span lang="en">Tokens are made by an administrator, and sent as <code>Authorization: Bearer id.secret</code>.</span></p>
</main>
</body>
</html>
`;
}

const demoNotice = `<p class="demo" role="note">Đây là bản trình diễn: dữ liệu không có thật. <span lang="en">· This is a demo: nothing in it is real.</span></p>
`;

function lossNotice({ loss }: Health): string {
  if (loss === null) return '';
  return `<p class="wrong" role="alert">Sổ chỉ cho đọc, không ghi thêm, vì có mất mát. <span lang="en">· The ledger serves reads only: something was lost (${escaped(loss.kind)}). ${escaped(loss.message)}</span></p>
`;
}

function rows({ name, size, root, position, building, quarantine, loss }: Health): string {
  const readModels =
    building === null
      ? shownUpTo(position, size)
      : `đang dựng, ${building.position} / ${building.until} · being built`;
  const lines: readonly (readonly [string, string, string])[] = [
    ['Tên sổ', 'Name', name],
    ['Số sự kiện', 'Events', String(size)],
    ['Gốc cây băm', 'Root of the tree', root],
    ['Bảng tra cứu', 'Read models', readModels],
    ['Chưa đọc được', 'Could not be shown', quarantine === null ? '?' : String(quarantine)],
    ['Mất mát', 'Loss', loss === null ? 'không · none' : loss.kind],
  ];
  return lines
    .map(
      ([vi, en, value]) =>
        `<dt>${vi} <span lang="en">· ${en}</span></dt><dd>${escaped(value)}</dd>`,
    )
    .join('\n');
}

function shownUpTo(position: number, size: number): string {
  return position === size - 1
    ? 'đầy đủ, không chậm · full, not behind'
    : `đến sự kiện ${position} · up to event ${position}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
