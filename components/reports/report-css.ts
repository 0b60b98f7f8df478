/** Where the three static weights of the paper font lie; the PDF printer replaces these addresses by the files' content. */
export const PAPER_FONTS = [
  { weight: 400, path: '/fonts/VazirmatnPrint-Regular.woff2' },
  { weight: 500, path: '/fonts/VazirmatnPrint-Medium.woff2' },
  { weight: 700, path: '/fonts/VazirmatnPrint-Bold.woff2' },
] as const;

export interface PaperMargins {
  /** Top right and top left of every page but the first. */
  readonly headRight: string;
  readonly headLeft: string;
  /** Bottom right, one or two lines. */
  readonly foot: readonly string[];
  /** Before, between and after the two page numbers. */
  readonly pageWords: readonly [string, string];
  /** Address of the square code, as `data:`; null where there is none. */
  readonly codeImage: string | null;
}

/** A CSS string that can neither end itself nor the style element. */
export function cssString(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/</g, '\\3c ').replace(/\n/g, '\\A ')}"`;
}

export const FAMILY = '"Vazirmatn Print",Tahoma,sans-serif';

/** Page geometry and running head and foot. The two side boxes of a row are equally wide, or the rule between them breaks. */
export function pageCss(margins: PaperMargins): string {
  const foot = margins.foot.map(cssString).join(' "\\A" ');
  const top = `vertical-align:bottom;padding-bottom:2.2mm;margin-bottom:2.4mm;border-bottom:.5pt solid #15181b;color:#15181b`;
  const bottom = `vertical-align:top;margin-top:1.6mm;border-top:.5pt solid #15181b`;
  return `
@page{size:A4;margin:23mm 21mm 25mm 17mm;
@top-right{content:${cssString(margins.headRight)};font:500 7.6pt/1.4 ${FAMILY};text-align:right;width:62%;${top}}
@top-center{content:none}
@top-left{content:${cssString(margins.headLeft)};font:400 7.6pt/1.4 ${FAMILY};text-align:left;width:38%;${top}}
@bottom-right{content:${foot};white-space:pre;font:400 7.2pt/1.65 ${FAMILY};color:#3a4147;text-align:right;padding-top:2mm;width:40%;${bottom}}
@bottom-center{content:${cssString(`${margins.pageWords[0]} `)} counter(page,persian) ${cssString(` ${margins.pageWords[1]} `)} counter(pages,persian);font:500 8.4pt/1.65 ${FAMILY};color:#15181b;text-align:center;padding-top:2mm;width:20%;${bottom}}
@bottom-left{content:${margins.codeImage === null ? '""' : `url("${margins.codeImage}")`};text-align:left;padding-top:1.8mm;width:40%;${bottom}}}
@page :first{margin-top:16mm;@top-right{content:none;border:0}@top-left{content:none;border:0}}`;
}

/** The faces of the paper font, whatever the paper. */
export function fontFaces(): string {
  return PAPER_FONTS.map(
    ({ weight, path }) =>
      `@font-face{font-family:"Vazirmatn Print";font-weight:${weight};src:url(${path}) format("woff2")}`,
  ).join('\n');
}

/** Everything between the margins. Lengths in millimetres, type in points; logical sides only, but for the margin boxes above. */
export const PAPER_CSS = `
@counter-style mizban{system:extends persian;suffix:"  "}
:root{--ink:#15181b;--soft:#3a4147;--rule:#8b9298;--hair:#c9ced2;--acc:#0c4a5b;--late:#8f2d0f}
*{box-sizing:border-box}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;font:400 9.6pt/6mm ${FAMILY};color:var(--ink);text-align:start;orphans:3;widows:3}
p,ul,ol,dl,dd,figure,blockquote,h1,h2,h3{margin:0;padding:0}
b,th{font-weight:700}
p,li,blockquote{text-wrap:pretty}
bdi{unicode-bidi:isolate}
.pb{break-before:page}
section{margin-bottom:6mm}
.keep{break-inside:avoid}
h2{font:700 13.5pt/8mm ${FAMILY};color:var(--acc);margin-bottom:2mm;break-after:avoid}
h2 .hn{display:inline-block;margin-inline-end:1.6mm;padding-inline-end:2.2mm;border-inline-end:.6pt solid var(--rule);line-height:5mm}
h3{font:700 9.6pt/6mm ${FAMILY};break-after:avoid}
.lead{margin-bottom:2.5mm;text-align:justify;break-inside:avoid;break-after:avoid}
.letter{font-size:11.3pt;line-height:7.8mm;padding:0 4mm}
.lh{display:grid;grid-template-columns:1fr auto 1fr;align-items:start;margin-bottom:8mm}
.lh-r{display:flex;gap:3mm;align-items:center;font-size:9pt;line-height:5mm}
.lh-r b{font-size:9.6pt}
.emblem{position:relative;width:19mm;height:19mm;flex:none;display:block}
.emblem svg{width:100%;height:100%;display:block}
.emblem b{position:absolute;inset:0;display:flex;align-items:center;justify-content:center;text-align:center;font:400 6.6pt/3.4mm ${FAMILY};color:var(--soft)}
.bsm{font:700 13pt/8mm ${FAMILY};padding-top:1mm}
.lh-l{justify-self:end;font-size:10pt;line-height:6.6mm;min-width:44mm}
.lh-l div{display:flex;gap:2mm}.lh-l dt{width:13mm;font-weight:500}.lh-l dd{flex:1;white-space:nowrap}
.lh-l .blank{border-bottom:.5pt dotted var(--ink);height:5mm}
.lh .motto{grid-column:1/-1;text-align:center;font:500 10pt/6mm ${FAMILY};margin-top:1mm;color:var(--soft)}
.to{font-size:12pt}.to b{display:block}
h1.subj{font:inherit;margin-bottom:3mm;display:flex;gap:2mm}
.subj2{margin:-3mm 0 3mm;padding-inline-start:15.2mm}
.sal{margin-top:2mm}
.letter p,.letter li{text-align:justify}
.pts{padding-inline-start:8mm;list-style:mizban;margin:1mm 0}
.pts li{padding-inline-start:1mm}
.sign{margin:4mm auto 0 2mm;width:72mm}
.sign p{text-align:center}.sign .post{font-weight:700}.sign .box{height:20mm;color:var(--soft);font-size:8pt;padding-top:5mm}
.cc{margin-top:2mm;font-size:8.8pt;line-height:5.4mm;border-top:.5pt solid var(--hair);padding-top:2mm}
.cc ul,.two ul{list-style:none}.cc li:before{content:"– "}
.verdict{font:500 12pt/7.4mm ${FAMILY};border-inline-start:1.4mm solid var(--acc);padding-inline-start:4mm;margin:0 .4mm 3.4mm 0}
.kpi{display:grid;grid-template-columns:repeat(4,1fr);gap:0 4mm;border-block:.8pt solid var(--ink);padding:1.6mm 0 2mm;margin-bottom:3.4mm}
.kpi div+div{border-inline-start:.5pt solid var(--hair);padding-inline-start:4mm}
.kpi dt{font:500 8.4pt/5mm ${FAMILY};color:var(--soft)}
.kpi dd{font-size:9.6pt;line-height:8mm}.kpi dd b{font-size:17pt}
.kpi .k2{font-size:7.6pt;line-height:4.4mm;color:var(--soft)}
.t{width:100%;border-collapse:collapse;font-size:8.2pt;line-height:4.5mm;margin:0 0 4.4mm;border-bottom:.8pt solid var(--ink)}
.t caption{caption-side:top;text-align:start;font-size:8.6pt;line-height:5mm;padding-bottom:1.4mm;break-after:avoid}
.t thead{display:table-header-group}
.t thead th{font-weight:500;font-size:7.5pt;line-height:3.9mm;text-align:center;vertical-align:bottom;padding:.9mm 1mm;border-bottom:.8pt solid var(--ink)}
.t thead tr:first-child th{border-top:.8pt solid var(--ink)}
.t thead th[colspan]{border-bottom:.4pt solid var(--rule)}
.t thead tr:first-child th:first-child,.t thead th.w{text-align:start}
.t tr{break-inside:avoid}
/* three rows of a table at least stand on a page, at its beginning and at its end */
.t tbody:first-of-type tr:nth-child(-n+2){break-after:avoid}
.t tbody:last-of-type tr:nth-last-child(-n+2){break-before:avoid}
.t td,.t tbody th{padding:.55mm 1mm;vertical-align:middle;border-top:.4pt solid var(--hair);text-align:start}
.t tbody tr:first-child>*{border-top:0}
.t tbody th{font-weight:400}
.t .n{text-align:center;white-space:nowrap;font-variant-numeric:tabular-nums}
.t .b{font-weight:700}.t .nw{white-space:nowrap}
.t .dl{color:var(--soft);font-size:.92em}
.t .sub>*{border-top:.6pt solid var(--rule)}
.t .tot>*{font-weight:700;border-top:.8pt solid var(--ink)}
.t .bar{text-align:center}
.sumt{font-size:7.9pt}.sumt td,.sumt tbody th{padding:.7mm .6mm}.sumt tbody th{white-space:nowrap}
.bul{display:inline-block;vertical-align:middle;direction:ltr}
.ic{width:2.5mm;height:2.5mm;vertical-align:-.35mm;display:inline-block}
.key{font-size:7.6pt;line-height:4.6mm;margin:-3mm 0 3mm;color:var(--soft);display:flex;flex-wrap:wrap;gap:0 5mm;align-items:center}
.key .sw{height:2.4mm;width:auto;vertical-align:-.3mm}
.key .note{margin-inline-start:auto}
.k3{display:block;margin:0 0 2.5mm}.k3 span{margin-inline-end:3.6mm;white-space:nowrap;display:inline-block}
.k3 .st{height:2.4mm;width:2.4mm;vertical-align:-.3mm}
figure{break-inside:avoid;margin-bottom:3mm}
figcaption{font-size:8.6pt;line-height:5mm;margin-bottom:1mm}
.pchart{width:172mm;height:53mm;display:block;direction:ltr}
.pchart text{font:400 25px ${FAMILY};fill:var(--ink)}
.pchart text.b{font-weight:700}.pchart text.s{font-size:22px;fill:var(--soft)}
.two{display:grid;grid-template-columns:1fr 1fr;gap:0 8mm;font-size:8.4pt;line-height:4.7mm;break-inside:avoid}
.two li{padding-inline-start:3.4mm;text-indent:-3.4mm}.two li:before{content:"•";display:inline-block;width:3.4mm;text-indent:0}
.stt td small{display:block;font-weight:400;font-size:6.6pt;line-height:2.8mm;color:var(--soft)}.stt td.n{line-height:3.6mm;padding-block:.4mm}.stt .ic{width:3.2mm;height:3.2mm;margin-bottom:.6mm}
.late{font-size:7.6pt;line-height:4mm;table-layout:fixed}
.late thead th{font-size:7pt;padding-inline:.4mm}
.late td,.late tbody th{padding-inline:.7mm}
.one{white-space:nowrap;overflow:hidden;text-overflow:clip}
.no{color:var(--rule)}
.new{font-style:normal;font-weight:500;color:var(--late);font-size:.84em;border:.4pt solid var(--late);border-radius:.6mm;padding:0 .8mm;margin-inline-start:.6mm;white-space:nowrap}
.foot{font-size:7.6pt;line-height:4.6mm;color:var(--soft);margin-top:-3mm}
.dep blockquote{border-inline-start:1.4mm solid var(--acc);padding-inline-start:4mm;margin-inline-start:.4mm;text-align:justify;font-size:10.4pt;line-height:7mm;break-inside:avoid}
.dep blockquote p+p{margin-top:1.5mm}
.sig2{display:grid;grid-template-columns:1fr 1fr;gap:8mm;margin-top:6mm;break-inside:avoid}
.sig2 p{border-top:.5pt solid var(--ink);padding-top:1mm;height:24mm;font-weight:700}.sig2 span{display:block;font-weight:400;font-size:8pt;color:var(--soft);line-height:4.6mm}.sig2 em{display:block;font:400 7.6pt/5mm ${FAMILY};color:var(--soft)}
.defs{break-before:avoid;border:.5pt solid var(--rule);margin-inline:.4mm;padding:2.4mm 4mm;font-size:8.2pt;line-height:5mm;text-align:justify;break-inside:avoid}
.att{font-size:7.1pt;line-height:3.7mm}
.att td,.att tbody th{padding:.42mm .7mm}
.att thead th{font-size:6.8pt;line-height:3.5mm;padding:.6mm}
.att thead th.sh{font-weight:400;color:var(--soft);text-align:start;padding-inline-start:1.2mm}
.att .gr th{font-weight:700;font-size:8pt;padding:1.4mm .7mm .8mm;border-top:.8pt solid var(--ink);border-bottom:.4pt solid var(--rule)}
.att .gr{break-after:avoid}
.att .gr span{font-weight:400;font-size:7.4pt;color:var(--soft);margin-inline-start:3mm}
.att .s{white-space:nowrap;border-inline-start:.4pt solid var(--hair);padding-inline:1.2mm 0}
.att .nm{white-space:nowrap}
.st2{height:2.43mm;vertical-align:-.5mm;display:inline-block;direction:ltr}
.st{height:1.49mm;vertical-align:.05mm;display:inline-block;direction:ltr}
.draft{position:fixed;inset:0;display:flex;align-items:center;justify-content:center;pointer-events:none;z-index:1}
.draft span{font:700 92pt/1 ${FAMILY};color:#b9bec3;opacity:.45;transform:rotate(-32deg)}
@media screen{html{background:#dfe3e5}body{width:210mm;margin:8mm auto;padding:14mm 21mm 20mm 17mm;background:#fff;box-shadow:0 1px 8px #0003}.pb{border-top:.5pt dashed var(--rule);padding-top:8mm;margin-top:8mm}}
`;

/** The whole stylesheet of one paper. */
export function paperCss(margins: PaperMargins): string {
  return `${fontFaces()}${pageCss(margins)}${PAPER_CSS}`;
}
