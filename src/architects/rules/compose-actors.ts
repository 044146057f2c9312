import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { toKebab, toTitle } from "../../util/naming.ts";
import type { ActorPlan } from "./domain-model.ts";
import { inScope, speaksOf } from "./demand-text.ts";
import type { ClientKind } from "./client-kinds.ts";
import { clientKindsOf, isMachine } from "./client-kinds.ts";
import { servesSomebody } from "./is-staff.ts";
import { machineGrant } from "./machine-grant.ts";
import { patterns } from "./patterns.generated.ts";
import { sourceSystems } from "./source-systems.ts";

/** Services of others that requirements name; a name alone makes them an actor. */
const SERVICES: readonly (readonly [RegExp, string, string])[] = [
  [/\bStripe\b/, "Stripe", "Payment provider: charges and refunds cards."],
  [/\bPayPal\b/, "PayPal", "Payment provider: charges and refunds accounts."],
  [/\bAdyen\b/, "Adyen", "Payment provider: charges and refunds cards."],
  [/\bKlarna\b/, "Klarna", "Payment provider: pays later on the buyer's behalf."],
  [/\bTwilio\b/, "Twilio", "Sends text messages."],
  [/\bSendGrid\b/, "SendGrid", "Delivers email."],
  [/\bMailchimp\b/, "Mailchimp", "Delivers newsletters."],
  [
    /\b(?:Google|Apple|Facebook|GitHub|Microsoft) (?:sign[- ]?in|login|account|OAuth)\b/i,
    "Identity provider",
    "Tells who somebody is.",
  ],
  [/\b(?:Okta|Auth0|Keycloak|Azure AD|Entra ID)\b/, "Identity provider", "Tells who somebody is."],
  [/\bGoogle Maps\b/, "Google Maps", "Shows maps and computes routes."],
  [/\bSalesforce\b/, "Salesforce", "Keeps customer relations."],
  [/\bSAP\b/, "SAP", "Keeps the books and the stock of the company."],
];
const EMAIL =
  /\b(?:gets?|receives?|sends?|sent|via|by)\b(?:\s+\w+){0,3}\s+(?:confirmation\s+)?e-?mails?\b|\be-?mail notifications?\b/i;
const NO_ACTOR =
  /^(?:\d|active user$|one$|person$|people$|employee$|everyone$|anyone$|nobody$|somebody$|other$|other user$|user:$)|\b(?:engineer|developer|team|world|million|thousand)\b/;

/** Who takes part: people by their role in the text, other systems by their name. */
export function composeActors(reading: RequirementsReading): readonly ActorPlan[] {
  const scope = inScope(reading);
  const live = new Map(scope.map(({ id, text }) => [id, text]));
  const actors = new Map<string, ActorPlan>();
  const mentions = [...withoutBareRoles(reading), ...machinesOf(reading)];
  const isEmployed = servesSomebody(mentions.map(({ name }) => name));
  const texts = [reading.summary, ...scope.map(({ text }) => text)];
  for (const mention of mentions) {
    const requirements = mention.requirementIds.filter((id) => live.has(id));
    if (
      (NO_ACTOR.test(mention.name) &&
        !requirements.some((id) => isPersona(mention.name, live.get(id) ?? ""))) ||
      (requirements.length === 0 && mention.kind !== "system") ||
      mention.name.split(" ").length > 3
    )
      continue;
    const id = toKebab(mention.name);
    if (actors.has(id)) continue;
    const definition = definitionOf(mention.name, scope);
    const clients = clientKindsOf(mention.name, texts, isEmployed);
    const isProgram = isMachine(mention.name) && clients.every((kind) => !APPS.includes(kind));
    const isSystem = mention.kind === "system" || isProgram;
    actors.set(id, {
      id,
      name: toTitle(mention.name),
      kind: isSystem ? "external-system" : "person",
      description:
        definition?.text ??
        `${isSystem ? "A system" : "Somebody"} in the role of ${/^(?:[aeio]|u(?!ser|ni|se|til))/.test(mention.name) ? "an" : "a"} ${mention.name}; named in ${count(requirements.length)}.`,
      clients,
      ...(definition === undefined ? {} : { definition: definition.id }),
      requirements: [
        ...new Set([...(definition === undefined ? [] : [definition.id]), ...requirements]),
      ],
    });
  }
  const named = [...actors.values()].filter(({ kind, id }) => kind === "person" && id !== "user");
  if (named.length > 1) actors.delete("user");
  addServices(actors, scope);
  for (const system of sourceSystems(scope)) actors.set(system.id, system);
  if (![...actors.values()].some(({ kind }) => kind === "person")) {
    actors.set("user", {
      id: "user",
      name: "User",
      kind: "person",
      description: "Somebody who uses the product; the requirements name no other role.",
      clients: [],
      requirements: [],
    });
  }
  return withoutLoneStaff([...actors.values()]);
}

const APPS: readonly ClientKind[] = ["mobile", "web", "internal"];

/** "The manager is told" after "a practice manager plans shifts": one role, where there is only one such. */
function withoutBareRoles(reading: RequirementsReading): RequirementsReading["actors"] {
  return reading.actors.flatMap((actor) => {
    const longer = reading.actors.filter(({ name }) => name.endsWith(` ${actor.name}`));
    const bare = reading.actors.filter(
      ({ name }) => actor.name.endsWith(` ${name}`) && isBareRole(name, reading),
    );
    if (longer.length === 1 && isBareRole(actor.name, reading)) return [];
    const ids = bare.flatMap(({ requirementIds }) => requirementIds);
    return [{ ...actor, requirementIds: [...new Set([...actor.requirementIds, ...ids])] }];
  });
}

/** Whether a role is only ever taken up ("the manager"), and belongs to one longer name. */
function isBareRole(name: string, reading: RequirementsReading): boolean {
  const longer = reading.actors.filter((other) => other.name.endsWith(` ${name}`));
  const own = new RegExp(
    `(?:^|[^a-z])(?:(?:an?|every|each|as an?) ${RegExp.escape(name)}\\b|${RegExp.escape(name)}s\\b|${RegExp.escape(name)}:)`,
    "i",
  );
  const [whole] = longer;
  if (whole === undefined || longer.length > 1) return false;
  const rest = new RegExp(`${RegExp.escape(whole.name)}\\w*:?`, "gi");
  return !inScope(reading).some(({ text }) => own.test(text.replace(rest, " ")));
}

/** Where everybody runs the product, nobody uses it from outside: then they are its users. */
function withoutLoneStaff(actors: readonly ActorPlan[]): readonly ActorPlan[] {
  const callers = actors.filter(({ kind, clients }) => kind === "person" || clients.length > 0);
  if (callers.some(({ clients }) => !clients.includes("internal"))) return actors;
  return actors.map((actor) => (actor.kind === "person" ? { ...actor, clients: [] } : actor));
}

/** "A billing service creates …": programs that act, which are read as no persona. */
function machinesOf(
  reading: RequirementsReading,
): readonly Pick<RequirementsReading["actors"][number], "name" | "kind" | "requirementIds">[] {
  const known = new Set(reading.actors.map(({ name }) => name));
  const found = new Map<string, Set<string>>();
  const texts = [...inScope(reading), { id: "", text: reading.summary }];
  for (const { id, text } of texts) {
    for (const clause of text.split(/[;.]\s+/)) {
      const actor = machineGrant(clause)?.actor;
      if (actor === undefined || known.has(actor)) continue;
      const ids = found.get(actor) ?? new Set();
      found.set(actor, id === "" ? ids : ids.add(id));
    }
  }
  return [...found].map(([name, ids]) => ({ name, kind: "system", requirementIds: [...ids] }));
}

/** "As an employee, I want …" and "a developer can …" make an actor of any word. */
function isPersona(name: string, text: string): boolean {
  return (
    name !== "user" &&
    new RegExp(
      `^\\W*(?:as\\s+(?:an?|the)\\s+${RegExp.escape(name)}\\b|(?:an?|the)\\s+${RegExp.escape(name)}\\s+(?:can|may)\\b)`,
      "i",
    ).test(text)
  );
}

function addServices(
  actors: Map<string, ActorPlan>,
  scope: readonly { readonly id: string; readonly text: string }[],
): void {
  for (const [pattern, name, description] of SERVICES) {
    const requirements = scope.filter(({ text }) => pattern.test(text)).map(({ id }) => id);
    if (requirements.length === 0) continue;
    actors.set(toKebab(name), {
      id: toKebab(name),
      name,
      kind: "external-system",
      description,
      clients: [],
      requirements,
    });
  }
  for (const { id, name, description, when, named } of patterns.flatMap(
    ({ providers }) => providers ?? [],
  )) {
    const asking = scope.filter(({ text }) => when.test(text)).map((one) => one.id);
    const isNamed = [...actors.values()].some(
      (actor) =>
        actor.kind === "external-system" && named.test(`${actor.name} ${actor.description}`),
    );
    if (asking.length > 0 && !isNamed)
      actors.set(id, {
        id,
        name,
        kind: "external-system",
        description,
        clients: [],
        requirements: asking,
      });
  }
  const mails = scope.filter(({ text }) => EMAIL.test(text)).map(({ id }) => id);
  if (mails.length > 0 && ![...actors.keys()].some((id) => /sendgrid|mailchimp|e-?mail/.test(id))) {
    const description = "Delivers the emails that the requirements ask for; which one is not said.";
    actors.set("email-provider", {
      id: "email-provider",
      name: "Email provider",
      kind: "external-system",
      description,
      clients: [],
      requirements: mails,
    });
  }
}

/** "Buyer: a person who looks for products" → the statement and what it says. */
function definitionOf(
  name: string,
  scope: readonly { readonly id: string; readonly text: string }[],
): { readonly id: string; readonly text: string } | undefined {
  const found = scope.find(({ text }) => {
    const at = text.indexOf(":");
    return (
      at > 0 &&
      at < 40 &&
      speaksOf(text.slice(0, at), name) &&
      text.slice(0, at).split(/\s+/).length === name.split(" ").length
    );
  });
  if (found === undefined) return undefined;
  const words = found.text.slice(found.text.indexOf(":") + 1).trim();
  // "Learners: 45,000" counts them.
  if (words === "" || /^\W*\d/.test(words)) return undefined;
  return { id: found.id, text: words.charAt(0).toUpperCase() + words.slice(1) };
}

function count(requirements: number): string {
  return requirements === 1 ? "one requirement" : `${requirements} requirements`;
}
