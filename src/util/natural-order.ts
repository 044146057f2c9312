import { byCodeUnit } from "./order.ts";

/** Orders by numbers where both have one, else by code unit: `V2__a` comes before `V10__b`. */
export function naturalOrder(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [one = "", other = ""] = [left[index], right[index]];
    const order =
      isNumber(one) && isNumber(other) ? compareNumbers(one, other) : byCodeUnit(one, other);
    if (order !== 0) return order;
  }
  return left.length - right.length || byCodeUnit(a, b);
}

function partsOf(text: string): readonly string[] {
  return text.match(/\d+|\D+/g) ?? [];
}

function isNumber(text: string): boolean {
  return /^\d/.test(text);
}

/** Of any length: time stamps are too long for some. */
function compareNumbers(a: string, b: string): number {
  const [one, other] = [a.replace(/^0+(?=\d)/, ""), b.replace(/^0+(?=\d)/, "")];
  return one.length - other.length || byCodeUnit(one, other);
}
