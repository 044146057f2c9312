import type { System } from "../../../design/design.ts";
import type { RequirementsReading } from "../../../requirements/requirements-reading.ts";
import { toKebab } from "../../../util/naming.ts";
import { inScope } from "../demand-text.ts";

type Api = System["api"];

/** What the text rules for every operation; what it leaves open keeps the given value. */
export function statedApiRules(
  reading: RequirementsReading,
): Partial<Pick<Api, "pagination" | "idempotency">> & { readonly sunsetMonths?: number } {
  const texts = inScope(reading).map(({ text }) => text);
  const number = (pattern: RegExp): number | undefined => {
    for (const text of texts) {
      const found = pattern
        .exec(text)
        ?.slice(1)
        .find((group) => group !== undefined);
      if (found !== undefined && Number(found) > 0) return Number(found);
    }
    return undefined;
  };
  const page = number(/\b(?:paged?|lists?)\b.*?\b(\d{1,4}) (?:\w+ )?(?:per|a|on each) page\b/i);
  const most = number(
    /\b(?:paged?|page size|per page)\b.*?\b(?:(\d{1,4}) at (?:the )?most|(?:at most|up to|maximum(?: of)?) (\d{1,4}))\b/i,
  );
  const hours = number(/\bidempotency[- ]keys?\b.*?\b(\d{1,4}) hours?\b/i);
  const days = number(/\bidempotency[- ]keys?\b.*?\b(\d{1,3}) days?\b/i);
  const sunsetMonths =
    number(/\b(?:deprecat\w+|sunset)\b.*?\b(\d{1,2}) months\b/i) ??
    number(/\bversions?\b.*?\bsupported\b.*?\b(\d{1,2}) months\b/i);
  const hasOffset = texts.some((text) => /\boffset[- ](?:based )?paginat/i.test(text));
  const kept = hours ?? (days === undefined ? undefined : days * 24);
  return {
    ...(page === undefined && most === undefined
      ? {}
      : {
          pagination: {
            style: hasOffset ? ("offset" as const) : ("cursor" as const),
            defaultLimit: page ?? Math.min(20, most ?? 20),
            maximumLimit: Math.max(most ?? 100, page ?? 20),
          },
        }),
    ...(kept === undefined
      ? {}
      : { idempotency: { header: "Idempotency-Key", retentionHours: kept } }),
    ...(sunsetMonths === undefined ? {} : { sunsetMonths }),
  };
}

const LABEL =
  /^(?:audience|client|consumer|caller|tier|plan|channel)s?:\s*([^;:]{2,60})(?:;\s*(.*))?$/i;
const LIMIT = /(?:^|;\s*)[\w -]*(?:rate[- ]limit|limit|requests)[\w -]*:[^;]*/gi;

/** The kinds of clients that the text gives a rate limit of their own; none where it names fewer than two. */
export function statedAudiences(
  reading: RequirementsReading,
): Pick<Api, "audiences" | "rateLimits"> | undefined {
  const scope = new Map(inScope(reading).map((requirement) => [requirement.id, requirement.text]));
  const found = new Map<
    string,
    { readonly name: string; readonly about: string; readonly perMinute: number }
  >();
  for (const { metric, thirdParty, value, windowSeconds, requirementId } of reading.quantities) {
    if (metric !== "rate-limit" || thirdParty) continue;
    const text = scope.get(requirementId) ?? "";
    const row = LABEL.exec(text);
    const bullet = /^([A-Z][\w ,/-]{2,50}?)(?: clients)?(?::| may| are limited)/.exec(text);
    const name = (row?.[1] ?? bullet?.[1] ?? "").trim();
    const id = toKebab(name, 40);
    if (name === "" || found.has(id)) continue;
    const about = (row?.[2] ?? "").replace(LIMIT, "").replace(/^[\w ]{2,20}:\s*/, "");
    found.set(id, {
      name,
      about: about.trim().replace(/;\s*$/, ""),
      perMinute: Math.max(1, Math.round((value * 60) / (windowSeconds ?? 60))),
    });
  }
  if (found.size < 2) return undefined;
  return {
    audiences: [...found].map(([id, { name, about }]) => ({
      id,
      name,
      description: about === "" ? `${name}, as the requirements name them.` : `${about}.`,
    })),
    rateLimits: [...found].map(([id, { perMinute }]) => ({
      id: `${id}-limit`.slice(0, 64),
      audience: id,
      requestsPerMinute: perMinute,
      burst: Math.max(1, Math.round(perMinute / 5)),
    })),
  };
}
