const DAYS = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** The begin of a day (`2026-03-01`, UTC) as seconds since 1970, and as an HTTP date (RFC 9110 §5.6.7). */
export function midnight(date: string): { readonly seconds: number; readonly httpDate: string } {
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  const days = daysSince1970(year, month, day);
  const weekday = DAYS[((days % 7) + 7) % 7] ?? "";
  const [, , dayText = ""] = date.split("-");
  return {
    seconds: days * 86_400,
    httpDate: `${weekday}, ${dayText} ${MONTHS[month - 1] ?? ""} ${String(year).padStart(4, "0")} 00:00:00 GMT`,
  };
}

/** Years begin in March, so that the leap day is the last; 719,468 days lie before 1970. */
function daysSince1970(year: number, month: number, day: number): number {
  const since = month <= 2 ? year - 1 : year;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const leaps = Math.floor(since / 4) - Math.floor(since / 100) + Math.floor(since / 400);
  return since * 365 + leaps + ofYear - 719_468;
}
