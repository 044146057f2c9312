/** A number for people: at most three significant digits after the point, thousands grouped. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return "not computable";
  const size = Math.abs(value);
  if (size !== 0 && size < 0.001) return "less than 0.001";
  const digits = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  const [whole = "0", fraction = ""] = value.toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  const rest = fraction.replace(/0+$/, "");
  return rest === "" ? grouped : `${grouped}.${rest}`;
}
