import { FAMILY, fontFaces, PAPER_CSS } from '@/components/reports/report-css';

/** One A4 page a district, whatever there is to say: rows of the lists are limited and the sheet never runs over. */
export const DISTRICT_CSS = `${fontFaces()}${PAPER_CSS}
@page{size:A4;margin:12mm 15mm 10mm}
section{margin:0}
.sheet{height:274mm;overflow:hidden;display:flex;flex-direction:column;break-after:page;break-inside:avoid}
.sheet:last-child{break-after:auto}
.dh{display:grid;grid-template-columns:1fr auto;align-items:end;border-bottom:.8pt solid var(--ink);padding-bottom:1.6mm;margin-bottom:2.4mm}
.dh h1{font:700 16pt/9mm ${FAMILY};color:var(--acc);margin:0}
.dh p{font-size:8.4pt;line-height:4.8mm}
.dh .day{text-align:end;font-weight:500}
.sheet h2{font:700 10.4pt/6mm ${FAMILY};margin:2.2mm 0 .6mm}
.sheet .t{margin-bottom:0;font-size:8pt;line-height:4.2mm;table-layout:fixed}
.sheet .t td,.sheet .t tbody th{padding:.35mm .8mm;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.sheet .t thead th{font-size:7.2pt;line-height:3.7mm;padding:.6mm .8mm}
.sheet .t thead th.w{text-align:start}
.lhead{display:flex;gap:3mm;align-items:baseline}.lhead p{font-size:8pt;color:var(--soft)}
.figures tbody th{font-weight:500}
.note{font-size:7.2pt;line-height:4mm;color:var(--soft);margin-top:.8mm}
.rest{font-size:7.8pt;line-height:4.4mm;color:var(--soft);margin-top:.4mm}
.sheet .none{font-size:8.4pt;line-height:5mm}
.pairs{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 7mm}
.df{margin-top:auto;border-top:.5pt solid var(--hair);padding-top:1mm;font-size:7.2pt;line-height:4mm;color:var(--soft);display:flex;justify-content:space-between}
@media screen{body{width:210mm;margin:6mm auto;padding:0;background:none;box-shadow:none}.sheet{background:#fff;padding:12mm 15mm 10mm;height:297mm;margin-bottom:6mm;box-shadow:0 1px 8px #0003}}
`;
