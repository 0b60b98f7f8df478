/** A district or one of its rural districts as it is placed on the schematic map. */
export interface MapArea {
  readonly code: string;
  /** Code of the district; its own for a district. */
  readonly districtCode: string;
  /** Columns are counted from the east, rows from the north; null: wherever there is room. */
  readonly column: number | null;
  readonly row: number | null;
}

/** Columns and rows begin with 1. */
export interface MapPlace {
  readonly column: number;
  readonly row: number;
}

/** Cells beside each other in a district of which nothing is placed. */
const BLOCK_COLUMNS = 4;

const keyOf = ({ column, row }: MapPlace) => `${column} ${row}`;
const distance = (a: MapPlace, b: MapPlace) => Math.abs(a.column - b.column) + Math.abs(a.row - b.row);
const byCode = (a: MapArea, b: MapArea) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/**
 * Places every area on a grid, none on another, whatever the data say: an area keeps its place unless one with a smaller code has it;
 * the others come next to the nearest cell of their own district; districts without any place follow below, each on rows of its own.
 * The same areas give the same map in whatever order they come, and its first column and row are 1.
 */
export function placeAreas(areas: readonly MapArea[]): ReadonlyMap<string, MapPlace> {
  const sorted = [...areas].sort(byCode);
  const places = new Map<string, MapPlace>();
  const taken = new Set<string>();
  const put = ({ code }: MapArea, place: MapPlace) => {
    places.set(code, place);
    taken.add(keyOf(place));
  };
  for (const area of sorted) {
    if (area.column === null || area.row === null) continue;
    const place = { column: area.column, row: area.row };
    if (!taken.has(keyOf(place))) put(area, place);
  }

  const districts = [...new Set(sorted.map(({ districtCode }) => districtCode))].map((code) => {
    const own = sorted.filter(({ districtCode }) => districtCode === code);
    const rows = own.flatMap((area) => places.get(area.code)?.row ?? []);
    return { own, firstRow: rows.length === 0 ? null : Math.min(...rows) };
  });
  // from north to south, so that the north takes the room beside itself first
  const placed = districts.filter(({ firstRow }) => firstRow !== null);
  placed.sort((a, b) => (a.firstRow ?? 0) - (b.firstRow ?? 0));
  for (const { own } of placed) {
    for (const area of own) if (!places.has(area.code)) put(area, nearestFree(own, places, taken));
  }
  for (const { own } of districts.filter(({ firstRow }) => firstRow === null)) {
    const { west, south } = boundsOf(places);
    const columns = Math.max(BLOCK_COLUMNS, west);
    own.forEach((area, index) =>
      put(area, { column: 1 + (index % columns), row: south + 1 + Math.floor(index / columns) }),
    );
  }
  return fromOne(places);
}

function boundsOf(places: ReadonlyMap<string, MapPlace>) {
  const all = [...places.values()];
  return {
    east: Math.min(1, ...all.map(({ column }) => column)),
    west: Math.max(0, ...all.map(({ column }) => column)),
    north: Math.min(1, ...all.map(({ row }) => row)),
    south: Math.max(0, ...all.map(({ row }) => row)),
  };
}

/** The free place nearest to a cell of the district; among equals one inside the map, then the northernmost, then the easternmost. */
function nearestFree(
  own: readonly MapArea[],
  places: ReadonlyMap<string, MapPlace>,
  taken: ReadonlySet<string>,
): MapPlace {
  const cells = own.flatMap(({ code }) => places.get(code) ?? []);
  const { east, west, north, south } = boundsOf(places);
  const isOutside = ({ column, row }: MapPlace) => Number(column < east || column > west || row < north || row > south);
  const free: MapPlace[] = [];
  // all around each cell, so far out that not everything can be taken
  for (let reach = 1; free.length === 0; reach += 1) {
    for (const { column, row } of cells) {
      for (let across = -reach; across <= reach; across += 1) {
        const down = reach - Math.abs(across);
        for (const place of [
          { column: column + across, row: row - down },
          { column: column + across, row: row + down },
        ]) {
          if (!taken.has(keyOf(place)) && cells.every((cell) => distance(cell, place) >= reach)) free.push(place);
        }
      }
    }
  }
  free.sort((a, b) => isOutside(a) - isOutside(b) || a.row - b.row || a.column - b.column);
  const [best] = free;
  if (best === undefined) throw new Error('A grid without end has a free place.');
  return best;
}

function fromOne(places: ReadonlyMap<string, MapPlace>): Map<string, MapPlace> {
  const columns = [...places.values()].map(({ column }) => column);
  const rows = [...places.values()].map(({ row }) => row);
  const [east, north] = [Math.min(...columns), Math.min(...rows)];
  return new Map(
    [...places].map(([code, { column, row }]) => [code, { column: column - east + 1, row: row - north + 1 }]),
  );
}
