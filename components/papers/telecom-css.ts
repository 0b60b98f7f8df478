import { letterCss } from '@/components/letters/letter-css';

/** Name of the pages in the stylesheet. */
export const TELECOM_PAGE = 'letter-1';

/** A letter whose table may go on over many pages. */
export function telecomCss(foot: readonly string[]): string {
  return `${letterCss([{ name: TELECOM_PAGE, foot }])}
.mail .tl{font-size:8pt;line-height:4.3mm;margin:2mm 0 3mm;table-layout:fixed}
.tl .c-row{width:8mm}.tl .c-body{width:31mm}.tl .c-place{width:26mm}.tl .c-step{width:20mm}.tl .c-since{width:17mm}.tl .c-days{width:9mm}.tl .c-promised{width:19mm}
.tl td,.tl tbody th{height:6mm}
`;
}
