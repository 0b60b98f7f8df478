import { fontFaces, PAPER_CSS, cssString, FAMILY } from '@/components/reports/report-css';
import { paperWords } from '@/lib/messages/reports';

/** One letter's pages: its own foot, and «صفحۀ x از y» only where the document holds no other letter, since a browser counts all pages. */
export interface LetterPages {
  readonly name: string;
  readonly foot: readonly string[];
}

function pagesCss({ name, foot }: LetterPages, isAlone: boolean): string {
  const edge = 'vertical-align:top;margin-top:1.6mm;border-top:.5pt solid #15181b;padding-top:2mm';
  const count = `${cssString(`${paperWords.pageWords[0]} `)} counter(page,persian) ${cssString(` ${paperWords.pageWords[1]} `)} counter(pages,persian)`;
  return `@page ${name}{
@bottom-right{content:${foot.map(cssString).join(' "\\A" ')};white-space:pre;font:400 7.2pt/1.65 ${FAMILY};color:#3a4147;text-align:right;width:60%;${edge}}
@bottom-center{content:none}
@bottom-left{content:${isAlone ? count : '""'};font:500 8.4pt/1.65 ${FAMILY};text-align:left;width:40%;${edge}}}
.${name}{page:${name}}`;
}

const LETTER_CSS = `
@page{size:A4;margin:16mm 21mm 25mm 17mm}
.mail{font-size:10.8pt;line-height:7.2mm;margin:0;break-after:page}
.mail:last-child{break-after:auto}
.mail .lh{margin-bottom:6mm}
.lh-l dd:empty{border-bottom:.5pt dotted var(--ink);height:5mm}
.mail .ll{font-size:8.3pt;line-height:4.5mm;margin:2mm 0 3mm}
.mail .ll .c-track{width:27mm}.mail .ll .c-due{width:17mm}.mail .ll .c-days{width:10mm}.mail .ll .c-standing{width:27mm}.mail .ll .c-evidence{width:46mm}
.end{break-inside:avoid}
.mail .pts li{break-inside:avoid}
.close{font-size:9.8pt;line-height:5.9mm}
.close .lh{margin-bottom:2mm}
.close h1.subj{margin-bottom:1mm}
.close .ll{font-size:7.3pt;line-height:3.6mm;margin:1mm 0}
.close .ll td,.close .ll tbody th{padding-block:.3mm}
.close .sign{margin-top:2mm}
.close .sign .box{height:14mm;padding-top:3mm}
`;

/** The stylesheet of some letters that are printed together. */
export function letterCss(pages: readonly LetterPages[]): string {
  const own = pages.map((each) => pagesCss(each, pages.length === 1)).join('\n');
  return `${fontFaces()}${PAPER_CSS}${LETTER_CSS}${own}`;
}
