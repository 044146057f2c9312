/** Total digits and digits after the point of a decimal; 12 and 2 where the Design says nothing. */
export function decimalShape(value: {
  readonly precision?: number | undefined;
  readonly scale?: number | undefined;
}): { readonly precision: number; readonly scale: number } {
  const scale = value.scale ?? Math.min(2, value.precision ?? 2);
  return { precision: Math.max(value.precision ?? Math.max(12, scale + 10), scale, 1), scale };
}
