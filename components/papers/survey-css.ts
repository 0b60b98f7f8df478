import { FAMILY, fontFaces, PAPER_CSS } from '@/components/reports/report-css';

const SCREEN = `@media screen{body{width:210mm;margin:6mm auto;padding:0;background:none;box-shadow:none}.sheet{background:#fff;box-sizing:content-box;box-shadow:0 1px 8px #0003}}`;

/** One page, whatever the number of items up to about twenty: rows share the height that is there. */
export const QUESTIONNAIRE_CSS = `${fontFaces()}${PAPER_CSS}
@page{size:A4;margin:12mm 16mm 10mm}
.sheet{height:274mm;overflow:hidden;display:flex;flex-direction:column;margin:0;break-inside:avoid;font-size:9.6pt;line-height:5.4mm}
.qh{display:grid;grid-template-columns:1fr auto;gap:4mm;align-items:end;border-bottom:1.2pt solid var(--ink);padding-bottom:2.5mm}
.qh p{font-size:8.6pt;line-height:4.8mm;color:var(--soft)}
.qh h1{font:700 15pt/8.4mm ${FAMILY};margin:0;color:var(--ink)}
.qh .b{font-weight:700;font-size:11pt;line-height:6mm;color:var(--ink)}
.qh .m{font-size:9.4pt;color:var(--ink)}
.qh .m span{display:inline-block;min-width:30mm;border-bottom:.6pt dotted var(--ink)}
.how{margin:2.5mm 0;text-align:justify}
table{width:100%;border-collapse:collapse;table-layout:fixed;flex:1}
col.t{width:auto}col.a{width:17mm}col.n{width:8mm}
thead th{font-weight:700;font-size:8.2pt;line-height:4.2mm;padding:1mm .5mm;text-align:center;border-block:1.2pt solid var(--ink);vertical-align:middle}
thead th.t{text-align:start}
thead small{display:block;font-size:8.2pt;font-weight:400}
tbody td,tbody th{padding:0 .8mm;border-bottom:.4pt solid var(--hair);vertical-align:middle;font-weight:400;text-align:start;font-size:10pt;line-height:5.2mm}
tbody .g th{font-weight:700;font-size:9.4pt;border-bottom:.8pt solid var(--ink);vertical-align:bottom;padding-top:1.6mm}
tbody td.a{text-align:center}
tbody td.n{text-align:center;color:var(--soft);font-size:9pt}
.box{display:inline-block;width:5.4mm;height:5.4mm;border:1pt solid var(--ink);border-radius:.8mm;vertical-align:middle}
.qf{display:flex;justify-content:space-between;gap:6mm;margin-top:3mm;border-top:.8pt solid var(--ink);padding-top:2mm;font-size:8.6pt;line-height:5mm}
.qf .box{width:4mm;height:4mm}
${SCREEN}@media screen{.sheet{padding:12mm 16mm 10mm}}`;

export const POSTER_A4_CSS = `${fontFaces()}${PAPER_CSS}
@page{size:A4;margin:16mm}
.sheet{height:264mm;overflow:hidden;display:flex;flex-direction:column;align-items:center;text-align:center;margin:0;break-inside:avoid;font-size:15pt;line-height:9.4mm}
.sheet .o{font-size:12pt;line-height:7mm;color:var(--soft)}
.sheet .b{font:700 20pt/11mm ${FAMILY};margin-top:2mm}
.sheet h1{font:700 38pt/20mm ${FAMILY};color:var(--acc);margin:8mm 0 6mm}
.sheet img{width:98mm;height:98mm;display:block}
.sheet .u{font:500 12pt/7mm ${FAMILY};direction:ltr;unicode-bidi:isolate;margin-top:4mm;overflow-wrap:anywhere}
.sheet ol{list-style:none;text-align:start;margin:7mm 0 0}
.sheet ol li{display:flex;gap:4mm;align-items:center}
.sheet ol span{flex:none;width:8.4mm;height:8.4mm;line-height:8mm;text-align:center;border:1pt solid var(--ink);border-radius:5mm;font-weight:700;font-size:12pt}
.sheet .p{margin-top:6mm;font-weight:700}
.sheet .f{margin-top:auto;font-size:11pt;line-height:6.4mm;color:var(--soft);border-top:.8pt solid var(--rule);padding-top:3mm;width:100%}
${SCREEN}@media screen{.sheet{padding:16mm}}`;
