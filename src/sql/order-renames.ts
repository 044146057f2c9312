import { uniqueName } from "../util/naming.ts";

export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** A step of a rename; `item` is the one that was asked for. */
export interface RenameStep<T extends Rename> extends Rename {
  readonly item: T;
}

/**
 * Renames in an order in which every new name is free. Where names go round in a circle, one of
 * them waits under a temporary name.
 */
export function orderRenames<T extends Rename>(renames: readonly T[]): readonly RenameStep<T>[] {
  const pending = renames.map((item) => ({ item, from: item.from, to: item.to }));
  const occupied = new Set(pending.map(({ from }) => from));
  const known = new Set(pending.flatMap(({ from, to }) => [from, to]));
  const steps: RenameStep<T>[] = [];
  while (pending.length > 0) {
    const free = pending.findIndex(({ to }) => !occupied.has(to));
    const [current] = free === -1 ? pending.slice(0, 1) : pending.splice(free, 1);
    if (current === undefined) break;
    const to = free === -1 ? uniqueName("waiting_for_its_name", known, "_") : current.to;
    steps.push({ item: current.item, from: current.from, to });
    occupied.delete(current.from);
    if (free === -1) {
      known.add(to);
      occupied.add(to);
      current.from = to;
    }
  }
  return steps;
}
