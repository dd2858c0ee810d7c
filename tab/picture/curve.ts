import type { Point, Ring } from './ring.ts';

/** One arrow as SVG paths: its line, its head, and where its value stands, nearer to who says it. */
export interface Curve {
  readonly line: string;
  readonly head: string;
  readonly label: Point;
}

const headLength = 10;
const headHalfWidth = 5;
const labelAt = 0.36;

/** Bowed to its own left, so that the two arrows of a pair never lie upon each other. */
export function curveBetween(from: Point, to: Point, ring: Ring): Curve {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const bow = Math.min(44, Math.max(14, length * 0.13));
  const over = {
    x: (from.x + to.x) / 2 + ((to.y - from.y) / length) * bow,
    y: (from.y + to.y) / 2 - ((to.x - from.x) / length) * bow,
  };
  const start = edgeOf(from, over, ring, 3);
  const tip = edgeOf(to, over, ring, 3);
  const reach = Math.hypot(tip.x - over.x, tip.y - over.y);
  const along = { x: (tip.x - over.x) / reach, y: (tip.y - over.y) / reach };
  const base = { x: tip.x - along.x * headLength, y: tip.y - along.y * headLength };
  const side = { x: -along.y * headHalfWidth, y: along.x * headHalfWidth };
  return {
    line: `M${said(start)}Q${said(over)} ${said(base)}`,
    head: `M${said(tip)}L${said({ x: base.x + side.x, y: base.y + side.y })}L${said({ x: base.x - side.x, y: base.y - side.y })}Z`,
    label: pointOn(start, over, base),
  };
}

/** Where the way from the middle of a node to `to` leaves the node, and `gap` pixels further. */
function edgeOf(middle: Point, to: Point, { halfWidth, halfHeight, round }: Ring, gap: number): Point {
  const [across, down] = [to.x - middle.x, to.y - middle.y];
  const whole = Math.hypot(across, down);
  const inside = round ? halfWidth : whole * Math.min(halfWidth / Math.abs(across), halfHeight / Math.abs(down));
  const share = Math.min(1, (inside + gap) / whole);
  return { x: middle.x + across * share, y: middle.y + down * share };
}

const pointOn = (start: Point, over: Point, end: Point): Point => {
  const [early, between, late] = [(1 - labelAt) ** 2, 2 * labelAt * (1 - labelAt), labelAt ** 2];
  return { x: early * start.x + between * over.x + late * end.x, y: early * start.y + between * over.y + late * end.y };
};

const said = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
