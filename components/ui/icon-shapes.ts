/**
 * The product's own icons, as SVG markup on a 16 × 16 grid. Strings rather than elements, so that large drawings built as text (the
 * heat map, charts on paper) use the same shapes. Everything is drawn for right-to-left reading: `earlier` points right.
 */
export const ICON_SHAPES = {
  // Status of a body in a track
  complete:
    '<circle cx="8" cy="8" r="7.2" fill="currentColor" stroke="none"/><path d="m4.8 8.3 2.2 2.2 4.3-4.7" stroke="var(--paper)" stroke-width="1.8" fill="none"/>',
  on_track: '<circle cx="8" cy="8" r="6.4"/><path d="M11 8H5M7.4 5.4 4.8 8l2.6 2.6"/>',
  awaiting:
    '<path d="M4 1.8h8M4 14.2h8M5 2v2.2c0 1.6 3 2.4 3 3.8s-3 2.2-3 3.8V14M11 2v2.2C11 5.8 8 6.6 8 8s3 2.2 3 3.8V14"/>',
  risk: '<path d="M8 1.8 15 14H1Z"/><path d="M8 6.3v3.5"/><circle cx="8" cy="11.9" r=".6" fill="currentColor"/>',
  late: '<path d="M8 .4 15.6 8 8 15.6 .4 8Z" fill="currentColor" stroke="none"/><path d="M8 4.6v3.8h2.8" stroke="var(--paper)" stroke-width="1.8" fill="none"/>',
  missed:
    '<rect x="1.3" y="1.3" width="13.4" height="13.4" rx="1" fill="currentColor" stroke="none"/><path d="m5.2 5.2 5.6 5.6m0-5.6-5.6 5.6" stroke="var(--paper)" stroke-width="1.8" fill="none"/>',
  exempt: '<circle cx="8" cy="8" r="6.5" stroke-dasharray="2.4 2.2"/><path d="M5.4 8h5.2"/>',
  // State of a milestone
  not_started: '<circle cx="8" cy="8" r="6.2"/>',
  in_progress:
    '<circle cx="8" cy="8" r="6.2"/><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4Z" fill="currentColor" stroke="none"/>',
  returned: '<path d="M10.8 3 14 6.2l-3.2 3.2"/><path d="M14 6.2H6a3.6 3.6 0 0 0 0 7.2h4"/>',
  blocked:
    '<circle cx="8" cy="8" r="7.2" fill="currentColor" stroke="none"/><path d="M4.5 8h7" stroke="var(--paper)" stroke-width="2.4"/>',
  eye: '<path d="M1 8s2.5-4.5 7-4.5S15 8 15 8s-2.5 4.5-7 4.5S1 8 1 8Z"/><circle cx="8" cy="8" r="2"/>',
  bar: '<path d="M3 8h10" stroke-width="3.2"/>',
  check: '<path d="m2.5 8.6 3.6 3.6 7.4-8.2"/>',
  // Evidence
  letter: '<rect x="1.5" y="3" width="13" height="10" rx="1"/><path d="m2 4 6 5 6-5"/>',
  link: '<path d="M6.5 9.5l3-3M7 4.5l1.3-1.3a3 3 0 0 1 4.3 4.3L11.3 8.8M9 11.5l-1.3 1.3a3 3 0 0 1-4.3-4.3L4.7 7.2"/>',
  photo:
    '<rect x="1.5" y="3" width="13" height="10.5" rx="1"/><circle cx="5.5" cy="6.5" r="1.2"/><path d="m2 12 4-3.5 2.5 2L11 8l3.5 3.5"/>',
  camera:
    '<rect x="1.5" y="4.5" width="13" height="9" rx="1.2"/><circle cx="8" cy="9" r="2.5"/><path d="m5.5 4.5 1-2h3l1 2"/>',
  file: '<path d="M3.5 1.5h6l3 3v10h-9ZM9.5 1.5v3h3M5.5 8h5M5.5 11h5"/>',
  // Directions: time and pages of lists read right to left
  earlier: '<path d="m6 3 5 5-5 5"/>',
  later: '<path d="m10 3-5 5 5 5"/>',
  first: '<path d="m3.5 3 5 5-5 5M8.500 3l5 5-5 5"/>',
  last: '<path d="m12.500 3-5 5 5 5M7.500 3l-5 5 5 5"/>',
  chevron_down: '<path d="m3 6 5 5 5-5"/>',
  arrow_down: '<path d="M8 3v9.5M4.5 9.2 8 12.7l3.5-3.5"/>',
  arrow_up: '<path d="M8 13V3.5M4.5 6.8 8 3.3l3.5 3.5"/>',
  // Tools
  menu: '<path d="M2 4h12M2 8h12M2 12h12"/>',
  search: '<circle cx="7" cy="7" r="4.8"/><path d="m10.6 10.6 3.6 3.6"/>',
  zoom: '<circle cx="7" cy="7" r="4.8"/><path d="m10.6 10.6 3.6 3.6M7 5v4M5 7h4"/>',
  calendar: '<rect x="1.8" y="3" width="12.4" height="11.2" rx="1.5"/><path d="M1.8 6.8h12.4M5 1.2V4M11 1.2V4"/>',
  bell: '<path d="M4 11V7a4 4 0 0 1 8 0v4l1.2 1.5H2.8ZM6.7 14.3h2.6"/>',
  phone:
    '<path d="M3.5 2h2.3l1 3-1.5 1.2a8 8 0 0 0 4.5 4.5L11 9.2l3 1v2.3a1.5 1.5 0 0 1-1.6 1.5A11.5 11.5 0 0 1 2 3.6 1.5 1.5 0 0 1 3.5 2Z"/>',
  print: '<path d="M4.5 6V1.8h7V6M4.5 11.5h-2V6.2h11v5.3h-2M4.5 9.5h7v4.7h-7Z"/>',
  download: '<path d="M8 1.8v8.4M4.5 7 8 10.5 11.5 7M2 13.8h12"/>',
  upload: '<path d="M8 10.500V2M4.5 5.200 8 1.800l3.5 3.400M2 13.8h12"/>',
  lock: '<rect x="3" y="7" width="10" height="7" rx="1"/><path d="M5 7V5a3 3 0 0 1 6 0v2"/>',
  flag: '<path d="M4 14.5V2h8l-2 3 2 3H4"/>',
  info: '<circle cx="8" cy="8" r="6.5"/><path d="M8 7.3v4"/><circle cx="8" cy="4.9" r=".7" fill="currentColor"/>',
  offline: '<path d="M1.5 6.5a9.5 9.5 0 0 1 13 0M4 9a6 6 0 0 1 8 0M6.3 11.5a2.6 2.6 0 0 1 3.4 0M2 2l12 12"/>',
  close: '<path d="m3.5 3.5 9 9m0-9-9 9"/>',
  plus: '<path d="M8 3v10M3 8h10"/>',
  edit: '<path d="m3 13 .7-3L11 2.700l2.300 2.300L6 12.300ZM9.500 4.200l2.300 2.300"/>',
  person: '<circle cx="8" cy="5" r="2.800"/><path d="M2.500 14.200a5.500 5.500 0 0 1 11 0"/>',
  filter: '<path d="M2 3.500h12L9.500 9v4.500l-3-1.500V9Z"/>',
} as const satisfies Record<string, string>;

export type IconName = keyof typeof ICON_SHAPES;

/** The whole icon as markup, for drawings that are built as text. */
export function iconMarkup(name: IconName): string {
  return `<svg class="i" viewBox="0 0 16 16" aria-hidden="true">${ICON_SHAPES[name]}</svg>`;
}
