import { isStaff } from "./is-staff.ts";
import { speaksOf } from "./demand-text.ts";

/** What somebody calls the API with; what the product runs itself and who runs it is internal. */
export type ClientKind = "mobile" | "web" | "internal" | "partner" | "device";

const MOBILE =
  /\b(?:mobile|phone|smartphone|native|handheld)\s+(?:app|application|client|game)s?\b|\b(?:ios|android)\b/i;
const WEB =
  /\bweb\s?(?:app|application|portal|site|client|ui|interface|console|shop)\b|\bwebsites?\b|\bbrowsers?\b|\bportal\b/i;
const BACK_OFFICE =
  /\bback[- ]?office\b|\binternal (?:staff|users?|employees?|tools?|console|clients?|team)\b|\badmin(?:istration)? (?:console|panel|area|ui|portal)\b/i;
const OVER_API =
  /\b(?:through|via|over|with|by|using|call|use|integrat\w+ with)s? (?:our|the|an?|this) (?:[a-z]+ )?api\b|\bapi[- ]keys?\b|\bclient[- ]credentials?\b|\bwebhook\b/i;
const PARTNER =
  /(?:^|\b)(?:integrator|partner|third[- ]party(?: \w+)?|reseller|vendor system|shop system|partner system|erp|aggregator)$/;
const DEVICE =
  /(?:^|\s)(?:device|sensor|tracker|meter|scooter|thermostat|camera|gateway device|terminal|kiosk|scanner|robot|locker controller|charger|charging station|station controller|controller|beacon|probe|machine)$/;
const SERVICE =
  /(?:^|\s)(?:service|server|scheduler|job|worker process|microservice|cron|batch|daemon|engine)$/;

/** Whether a program acts under this name, not a person. */
export function isMachine(name: string): boolean {
  return DEVICE.test(name) || SERVICE.test(name) || PARTNER.test(name);
}

/** With what an actor calls, as far as its name and the sentences about it tell; empty where they do not. */
export function clientKindsOf(
  name: string,
  texts: readonly string[],
  isEmployed: boolean,
): readonly ClientKind[] {
  if (DEVICE.test(name)) return ["device"];
  if (SERVICE.test(name)) return ["internal"];
  const said = texts
    .flatMap((text) => text.split(/[.;](?:\s+|$)/))
    .filter((sentence) => speaksOf(sentence, name));
  const says = (pattern: RegExp) => said.some((sentence) => pattern.test(sentence));
  const apps: readonly ClientKind[] = [
    ...(says(MOBILE) ? (["mobile"] as const) : []),
    ...(says(WEB) ? (["web"] as const) : []),
  ];
  if (PARTNER.test(name)) return apps.length > 0 && !says(OVER_API) ? apps : ["partner"];
  if (isStaff(name, isEmployed) || says(BACK_OFFICE)) return ["internal"];
  if (
    apps.length === 0 &&
    says(/\b(?:through|via|over|call|use)s? (?:our|the|an?|this) (?:[a-z]+ )?api\b/i)
  )
    return ["partner"];
  return apps;
}

/** What the text as a whole says that its clients are: "Clients are Unity apps on iOS and Android". */
export function statedClientKinds(texts: readonly string[]): readonly ClientKind[] {
  return [
    ...(texts.some((text) => MOBILE.test(text)) ? (["mobile"] as const) : []),
    ...(texts.some((text) => WEB.test(text)) ? (["web"] as const) : []),
  ];
}
