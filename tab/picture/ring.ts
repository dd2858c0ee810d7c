/** Pixels from the top left of the picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the organisations stand. Each takes a box, or a disc with its number where names have no room. */
export interface Ring {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Point[];
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly round: boolean;
}

const boxHeight = 56;
const widestBox = 132;
const narrowestWithNames = 340;
const discRadius = 17;
/** Between two boxes, so that an arrow between neighbours can be seen. */
const leastGap = 30;
/** The corners of a rectangle use its room better than four places on an ellipse. */
const rectangle = 4;

const heightFor = (count: number): number => (count <= 2 ? 170 : count <= 4 ? 350 : count <= 6 ? 430 : count <= 8 ? 520 : 620);

/** Clockwise in the order of set-up; the same organisations always stand in the same places. `width` in pixels. */
export function ringOf(count: number, width: number): Ring {
  const halfWidth = Math.min(widestBox, width * 0.3) / 2;
  const named: Omit<Ring, 'nodes'> = { width, height: heightFor(count), halfWidth, halfHeight: boxHeight / 2, round: false };
  const nodes = placesIn(named, count);
  if (width >= narrowestWithNames && nodes.every((node, at) => nodes.slice(at + 1).every((other) => isApart(node, other, named))))
    return { ...named, nodes };
  const disc = { halfWidth: discRadius, halfHeight: discRadius, round: true };
  const numbered = { width, height: Math.min(named.height, Math.max(width, 240)), ...disc };
  return { ...numbered, nodes: placesIn(numbered, count) };
}

function placesIn({ width, height, halfWidth, halfHeight }: Omit<Ring, 'nodes'>, count: number): Point[] {
  const stretch = count === rectangle ? Math.SQRT2 : 1;
  const start = count === 2 ? Math.PI : count === rectangle ? -0.75 * Math.PI : -0.5 * Math.PI;
  return Array.from({ length: count }, (_, at) => {
    const angle = start + (2 * Math.PI * at) / count;
    return {
      x: width / 2 + Math.cos(angle) * stretch * (width / 2 - halfWidth - 2),
      y: height / 2 + Math.sin(angle) * stretch * (height / 2 - halfHeight - 2),
    };
  });
}

const isApart = (one: Point, other: Point, { halfWidth, halfHeight }: Omit<Ring, 'nodes'>): boolean =>
  Math.abs(one.x - other.x) >= 2 * halfWidth + leastGap || Math.abs(one.y - other.y) >= 2 * halfHeight + leastGap;
