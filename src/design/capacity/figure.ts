/** One number that a figure is computed from. */
export interface FigureInput {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly basis: "stated" | "assumed";
}

/** A computed number together with how it came about. */
export interface Figure {
  readonly name: string;
  /** Absent where it cannot be computed; `formula` then says why. */
  readonly value?: number;
  readonly unit: string;
  /** In the names of the inputs. */
  readonly formula: string;
  readonly inputs: readonly FigureInput[];
  /** `stated` only where every input is. */
  readonly basis: "stated" | "assumed";
}

/** A figure; a result that is no finite number counts as not computable. */
export function figure(
  parts: Pick<Figure, "name" | "unit" | "formula" | "inputs">,
  value: number,
): Figure {
  const basis = parts.inputs.every((input) => input.basis === "stated") ? "stated" : "assumed";
  if (Number.isFinite(value)) return { ...parts, value, basis };
  return { ...parts, formula: `${parts.formula}: not computable, it divides by zero`, basis };
}

/** A computed figure as the input of another. */
export function inputOf({ name, value, unit, basis }: Figure): FigureInput {
  return { name, value: value ?? 0, unit, basis };
}
