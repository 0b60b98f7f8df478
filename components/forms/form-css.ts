import { fontFaces } from '@/components/reports/report-css';

const FAMILY = '"Vazirmatn Print",Tahoma,sans-serif';

/**
 * One A4 page a body, whatever it has to do: `.dense` holds the thirty-odd steps of an agency. Heights are fixed, so that a page never runs
 * over into a second one. Lengths in millimetres, type in points.
 */
export const FORM_CSS = `${fontFaces()}
@page{size:A4;margin:12mm 16mm 10mm}
:root{--ink:#15181b;--soft:#3a4147;--rule:#8b9298;--hair:#c9ced2}
*{box-sizing:border-box}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;font:400 9.4pt/5.4mm ${FAMILY};color:var(--ink)}
p,ul,ol,dl,dd,h1,h2,table{margin:0;padding:0}
bdi{unicode-bidi:isolate}
.sheet{height:274mm;overflow:hidden;display:flex;flex-direction:column;break-after:page;break-inside:avoid}
.sheet:last-child{break-after:auto}
.head{display:grid;grid-template-columns:1fr auto 1fr;gap:4mm;align-items:start;border-bottom:.8pt solid var(--ink);padding-bottom:2.5mm}
.head .office{font-size:8.4pt;line-height:4.6mm}
.head .name{font:700 11pt/6mm ${FAMILY};text-align:center}
.head .code{display:flex;gap:3mm;justify-self:end;align-items:flex-start;font-size:8.4pt;line-height:4.6mm}
.head img{width:17mm;height:17mm;display:block}
.head dl{display:grid;grid-template-columns:auto auto;gap:0 2mm}
.head dd{font-weight:700}
h1{font:700 14pt/8mm ${FAMILY};margin-top:2.5mm}
.place{font-size:9pt;color:var(--soft)}
.how{margin:1.5mm 0 2.5mm;text-align:justify;font-size:8.8pt;line-height:4.9mm}
table{width:100%;border-collapse:collapse;table-layout:fixed}
th{font-weight:500;font-size:8pt;line-height:4.2mm;text-align:start;border-block:.8pt solid var(--ink);padding:1mm}
td{border-bottom:.4pt solid var(--hair);padding:.9mm 1mm;vertical-align:middle;font-size:9pt;line-height:4.7mm}
td small{display:block;font-size:7.6pt;line-height:3.9mm;color:var(--soft);white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.c-box{width:13mm;text-align:center}.c-step{width:31mm}.c-due{width:23mm}.c-letter{width:52mm}
.box{display:inline-block;width:4.4mm;height:4.4mm;border:1pt solid var(--ink);border-radius:.6mm;vertical-align:-.8mm}
.dense td{padding:.2mm 1mm;font-size:7.8pt;line-height:3.8mm;white-space:nowrap}
.dense .how{font-size:8pt;line-height:4.2mm;margin:.8mm 0 1.4mm}
.dense .unchanged{margin:1.4mm 0 .6mm}
.dense .sign p{height:14mm}
.dense td small{display:none}
.dense td .late{display:inline;margin-inline-start:1mm}
.dense .box{width:3.4mm;height:3.4mm}
.dense .work{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.line{display:block;border-bottom:.6pt dotted var(--rule);height:4.6mm}
.dense .line{height:3.4mm}
.late{font-weight:700}
.unchanged{margin:2.5mm 0 1.5mm}
.remarks{flex:1;min-height:5mm;border-bottom:.6pt dotted var(--rule);font-size:8.6pt}
.foot{margin-top:auto}
.paper{display:grid;grid-template-columns:1fr 1fr;gap:0 6mm;margin-top:2.5mm;font-size:9pt}
.paper span{display:inline-block;min-width:38mm;border-bottom:.6pt dotted var(--ink);height:4mm}
.sign{display:grid;grid-template-columns:1fr 1fr;gap:6mm;margin-top:2mm}
.sign p{border:.5pt solid var(--rule);border-radius:1mm;height:21mm;padding:1mm 2mm;font-size:8.6pt}
.office-only{margin-top:2mm;border-top:.5pt solid var(--hair);padding-top:1.2mm;font-size:7.8pt;line-height:4.2mm;color:var(--soft)}
@media screen{html{background:#dfe3e5}body{width:210mm;max-width:100%;margin:6mm auto}.sheet{background:#fff;padding:12mm 16mm 10mm;height:297mm;margin-bottom:6mm;box-shadow:0 1px 8px #0003}}
`;
