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
/** The widest that leaves the boxes apart is taken: long names have most room where there is most. */
const boxWidths = [176, 148, 124, 104] as const;
const narrowestWithNames = 340;
/** The margins are for the outer arrows and the values on them. */
const box = { halfHeight: boxHeight / 2, round: false, margin: { across: 4, down: 8 } };
const disc = { halfWidth: 17, halfHeight: 17, round: true };
/** Of a few, every arrow has its value; of more, only those of one organisation, and the discs need the room themselves. */
const discMargin = (count: number) => (count <= rectangle ? { across: 30, down: 16 } : { across: 12, down: 12 });
/** Between two boxes: beside each other an arrow with its value must fit, above each other the arrow. */
const leastGap = { across: 96, down: 34 };
/** The corners of a rectangle use its room better than four places on an ellipse. */
const rectangle = 4;

const heightFor = (count: number): number => (count <= 2 ? 180 : count <= 4 ? 400 : count <= 6 ? 470 : count <= 8 ? 560 : 660);

/** Clockwise in the order of set-up; the same organisations always stand in the same places. `width` in pixels. */
export function ringOf(count: number, width: number): Ring {
  const room = { width, height: heightFor(count) };
  for (const boxWidth of width < narrowestWithNames ? [] : boxWidths) {
    const named = ringIn(room, count, { halfWidth: boxWidth / 2, ...box });
    if (areApart(named)) return named;
  }
  return ringIn({ width, height: Math.min(room.height, Math.max(width, 240)) }, count, { ...disc, margin: discMargin(count) });
}

type Room = Pick<Ring, 'width' | 'height'>;
type Node = Pick<Ring, 'halfWidth' | 'halfHeight' | 'round'> & { readonly margin: { across: number; down: number } };

function ringIn(room: Room, count: number, { margin, ...node }: Node): Ring {
  const { width, height } = room;
  const stretch = count === rectangle ? Math.SQRT2 : 1;
  const start = count === 2 ? Math.PI : count === rectangle ? -0.75 * Math.PI : -0.5 * Math.PI;
  const nodes = Array.from({ length: count }, (_, at) => {
    const angle = start + (2 * Math.PI * at) / count;
    return {
      x: width / 2 + Math.cos(angle) * stretch * (width / 2 - node.halfWidth - margin.across),
      y: height / 2 + Math.sin(angle) * stretch * (height / 2 - node.halfHeight - margin.down),
    };
  });
  return { ...room, ...node, nodes };
}

const areApart = ({ nodes, halfWidth, halfHeight }: Ring): boolean =>
  nodes.every((one, at) =>
    nodes
      .slice(at + 1)
      .every(
        (other) =>
          Math.abs(one.x - other.x) >= 2 * halfWidth + leastGap.across ||
          Math.abs(one.y - other.y) >= 2 * halfHeight + leastGap.down,
      ),
  );
