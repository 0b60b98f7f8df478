import { FAMILY, fontFaces, PAPER_CSS } from '@/components/reports/report-css';

/** The papers a poster is printed on; A4 is A3 at 71 percent. */
export const POSTER_SIZES = ['a3', 'a4'] as const;
export type PosterSize = (typeof POSTER_SIZES)[number];
export const POSTER_SCALE: Readonly<Record<PosterSize, number>> = { a3: 1, a4: 0.7071 };

export const POSTER_COLUMNS = 4;
/** Height of the lines of a column, in millimetres of A3, and how many of them at least and at most. */
const COLUMN_HEIGHT = 314;
export const POSTER_LINES = { least: 42, most: 63 } as const;

/** All lengths are those of A3; `lines` is how many a column has. */
export function posterCss(size: PosterSize, lines: number): string {
  const scale = POSTER_SCALE[size];
  const mm = (length: number) => `${(length * scale).toFixed(2)}mm`;
  const pt = (length: number) => `${(length * scale).toFixed(2)}pt`;
  const line = COLUMN_HEIGHT / lines;
  const type = Math.min(11.5, line * 1.72);
  return `${fontFaces()}${PAPER_CSS}
@page{size:${size.toUpperCase()};margin:${mm(12)}}
.poster{width:${mm(273)};height:${mm(394)};overflow:hidden;display:flex;flex-direction:column;break-after:page;break-inside:avoid;margin:0;font-size:${pt(9.6)};line-height:${mm(6)}}
.poster:last-child{break-after:auto}
.ph{display:grid;grid-template-columns:1fr auto;align-items:end;border-bottom:${pt(1.6)} solid var(--ink);padding-bottom:${mm(3)}}
.ph h1{font:700 ${pt(34)}/${mm(16)} ${FAMILY};color:var(--acc);margin:0}
.ph p{font-size:${pt(12)};line-height:${mm(6.6)}}
.ph .day{text-align:end;font-weight:700}
.pt{display:grid;grid-auto-flow:column;grid-auto-columns:1fr;gap:0 ${mm(6)};padding:${mm(2.4)} 0;border-bottom:${pt(0.8)} solid var(--ink)}
.pt b{font-size:${pt(24)};line-height:${mm(10)}}
.pt h2{font:700 ${pt(12.5)}/${mm(6.2)} ${FAMILY};margin:0;color:var(--ink)}
.tn{display:flex;gap:${mm(2)};align-items:center}.tn span{font-weight:700;font-size:${pt(11)};line-height:${mm(5.6)};min-width:${mm(5.6)};text-align:center;border:${pt(0.8)} solid var(--ink);border-radius:${mm(3)}}
.pt p{font-size:${pt(9.4)};line-height:${mm(5)}}
.pt .bul{display:block;height:${mm(5)}!important}
.pk{display:flex;white-space:nowrap;gap:0 ${mm(7)};font-size:${pt(10)};line-height:${mm(7)}}
.pk .ic{width:${mm(4)};height:${mm(4)};vertical-align:-${mm(0.7)}}
.pc{display:grid;grid-template-columns:repeat(${POSTER_COLUMNS},minmax(0,1fr));gap:0 ${mm(5)}}
.pc table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:${pt(type)};align-self:start}
.pc th,.pc td{padding:0}
.pc .c{width:${mm(5.6)}}
.pc tr{height:${mm(line)};line-height:${mm(line - 0.3)}}
.pc tbody th{font-weight:400;text-align:start;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.pc .long span{font-size:.8em}
.pc .very span{display:block;font-size:.66em;line-height:${mm(line * 0.46)};white-space:normal;max-height:${mm(line * 0.94)};overflow:hidden}
.pc td{text-align:center;vertical-align:middle;line-height:1;color:var(--rule)}
.pc tbody tr>*{border-bottom:${pt(0.4)} solid var(--hair)}
.pc .ic{width:${mm(Math.min(4.2, line * 0.72))};height:${mm(Math.min(4.2, line * 0.72))};display:block;margin:auto}
.pc .g{height:${mm(line * 2)}}
.pc .g th{font-weight:700;vertical-align:bottom;border-bottom:${pt(1)} solid var(--ink);font-size:${pt(Math.min(12, type * 1.06))};line-height:${mm(line)}}
.pc .g span{font-weight:400;color:var(--soft);font-size:.86em}
.pc .g td{font-weight:700;vertical-align:bottom;font-size:${pt(Math.min(10, type * 0.9))};line-height:${mm(line)};color:var(--soft);border-bottom:${pt(1)} solid var(--ink)}
.pf{margin-top:auto;display:flex;justify-content:space-between;font-size:${pt(9)};line-height:${mm(5)};color:var(--soft)}
@media screen{body{width:${mm(297)};margin:6mm auto;padding:0;background:none;box-shadow:none}.poster{background:#fff;box-sizing:content-box;padding:${mm(12)};margin-bottom:6mm;box-shadow:0 1px 8px #0003}}
`;
}
