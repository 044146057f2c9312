const ISO =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}:?\d{2})?$/i;

/** A point in time in UTC, its parts as texts of two (year: four, fraction: six) digits. */
export interface UtcTimestamp {
  readonly day: string;
  readonly time: string;
  readonly fraction: string;
}

/**
 * Takes an ISO 8601 timestamp to UTC, for engines that keep no offset; `undefined` where it is not
 * one. Without an offset it is in UTC already.
 */
export function utcTimestamp(text: string): UtcTimestamp | undefined {
  const match = ISO.exec(text.trim());
  if (match === null) return undefined;
  const [, year, month, date, hour, minute, second = "00", fraction = "", offset = "Z"] = match;
  const days = daysFromCivil(Number(year), Number(month), Number(date));
  const minutes = days * 1440 + Number(hour) * 60 + Number(minute) - minutesOf(offset);
  const day = Math.floor(minutes / 1440);
  const rest = minutes - day * 1440;
  return {
    day: civilFromDays(day),
    time: [Math.floor(rest / 60), rest % 60].map(twoDigits).join(":") + `:${second}`,
    fraction: fraction.slice(0, 6).padEnd(6, "0"),
  };
}

function minutesOf(offset: string): number {
  if (offset.toUpperCase() === "Z") return 0;
  const digits = offset.replace(/\D/g, "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return offset.startsWith("-") ? -minutes : minutes;
}

/** Days since 1970-01-01 in the Gregorian calendar (Hinnant, chrono-compatible algorithms). */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function civilFromDays(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
