const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** The link of the cell that an arrow key leads to from a link in a table; a cell without one is stepped over. Null: the key leads nowhere. */
export function cellAfter(link: Element, key: string): HTMLElement | null {
  const [down, right] = steps[key] ?? [0, 0];
  const own = link.closest('td');
  const rows = own?.closest('tbody')?.rows;
  if (!own || !rows || (down === 0 && right === 0)) return null;
  let row = [...rows].findIndex((one) => one.contains(own)) + down;
  let column = own.cellIndex + right;
  for (let cell = rows[row]?.cells[column]; cell; cell = rows[row]?.cells[column]) {
    const found = cell.querySelector('a');
    if (found) return found;
    row += down;
    column += right;
  }
  return null;
}
