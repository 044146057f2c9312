/** `1200000` → `1,200,000`, on every machine the same. Takes a number, or its decimal digits. */
export function groupDigits(value: number | string): string {
  const [whole = "", fraction] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+(?!\d))/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
