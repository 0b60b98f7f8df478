/** One measured ratio or size and the bound it should keep. */
export interface Finding {
  readonly name: string;
  readonly value: number;
  readonly bound: number;
  /** Whether the value should reach the bound or stay below it. */
  readonly wants: 'at least' | 'at most';
  readonly unit?: string;
  /** The figures behind the value. */
  readonly grounds: string;
}

export function keepsBound({ value, bound, wants }: Finding): boolean {
  return wants === 'at least' ? value >= bound : value <= bound;
}

/** The findings as aligned text, one line each. */
export function describeFindings(findings: readonly Finding[]): string {
  const rows = [
    ['what', 'measured', 'wanted', '', 'from'],
    ...findings.map((finding) => [
      finding.name,
      `${finding.value.toFixed(finding.unit ? 0 : 2)}${finding.unit ?? ''}`,
      `${finding.wants === 'at least' ? '≥' : '≤'} ${finding.bound}${finding.unit ?? ''}`,
      keepsBound(finding) ? 'pass' : 'SHORT',
      finding.grounds,
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
