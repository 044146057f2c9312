import { coreOf } from "./core-of.ts";
import { deedNoun } from "./deed-noun.ts";
import { speaksOf } from "./demand-text.ts";
import type { OperationPlan, OperationShape } from "./domain-model.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { leadsToState } from "./leads-to-state.ts";
import { entityOf } from "./named-entity.ts";
import { verbOfDoing, verbToState } from "./base-verb.ts";
import { pluralize } from "./plural.ts";
import { toCamel, toKebab } from "../../util/naming.ts";

/** What a turn of phrase asks for, where verb and object alone would say something else. */
export interface Act {
  readonly entity: EntityDraft;
  readonly verb: string;
  readonly shape: OperationShape;
  /** What differs from what verb and shape would give. */
  readonly plan?: Partial<
    Pick<OperationPlan, "id" | "http" | "answers" | "accepts" | "description" | "name">
  >;
}

interface Phrase {
  readonly verb: string;
  readonly phrase: string;
  readonly demand: string;
  readonly drafts: readonly EntityDraft[];
}

const DETERMINER = "(?:(?:an?|the|my|our|their|his|her|its|this|one|each|every)\\s+)*";

/** The act of a turn of phrase; `null` where nothing is to be called, `undefined` where it is none. */
export function specialAct(one: Phrase): Act | null | undefined {
  const all = [checkedIn, markedAs, recorded, paidFor, chosenFor, exported, opened, leftBehind];
  for (const read of all) {
    const act = read(one);
    if (act !== undefined) return act;
  }
  return undefined;
}

/** "Check a patient in", "sign a package off": the word that belongs to the verb stands behind. */
function checkedIn({ verb, phrase, demand, drafts }: Phrase): Act | undefined {
  const particle = new RegExp(
    `\\b${RegExp.escape(verb.split(" ")[0] ?? "")}\\w*\\s+${DETERMINER}[a-z][a-z -]{1,40}?\\s+(in|out|off)(?=\\s*(?:[.,;]|$|and\\b|at\\b|when\\b|with\\b))`,
    "i",
  ).exec(demand)?.[1];
  const object = entityOf(phrase, drafts);
  if (
    particle === undefined ||
    object === undefined ||
    !/^(?:check|sign|clock|hand|book)$/.test(verb)
  )
    return undefined;
  const command = `${verb}-${particle.toLowerCase()}`;
  const state = new RegExp(`^${verb}\\w*[-_ ]${particle}$`, "i");
  // Not the patient is checked in but the appointment, where that is what the text says of it.
  const stateful = drafts.find(({ lifecycle }) =>
    lifecycle?.transitions.some(({ to }) => state.test(to)),
  );
  return { entity: stateful ?? object, verb: command, shape: "command" };
}

/** "Mark a parcel as delivered". */
function markedAs({ verb, demand, drafts }: Phrase): Act | undefined {
  if (!/^(?:mark|flag|tag)$/.test(verb)) return undefined;
  const match = new RegExp(
    `\\b${verb}\\w*\\s+${DETERMINER}([a-z][a-z -]{1,40}?)\\s+as\\s+(?:being\\s+)?([a-z][a-z-]+)`,
    "i",
  ).exec(demand);
  const entity = match === null ? undefined : entityOf(singular(match[1] ?? "", drafts), drafts);
  if (match === null || entity === undefined) return undefined;
  const state = match[2] ?? "";
  const command = verbToState(state);
  const noun = entity.name.toLowerCase();
  return {
    entity,
    verb: command,
    shape: "command",
    plan: command.startsWith("mark-")
      ? {
          id: toKebab(`mark ${noun} as ${state}`),
          name: `Mark ${noun} as ${state.toLowerCase()}`,
          description: `Notes that one ${noun} is ${state.toLowerCase()}.`,
        }
      : {},
  };
}

/** "Record the return of a loan": the loan is returned. */
function recorded({ verb, phrase, demand, drafts }: Phrase): Act | undefined {
  if (
    !/^(?:record|confirm|register|log|report|note|acknowledge|enter|document|book|track)$/.test(
      verb,
    )
  )
    return undefined;
  const match = new RegExp(
    `\\b${verb}\\w*\\s+${DETERMINER}([a-z-]+)\\s+of\\s+${DETERMINER}([a-z][a-z -]{1,40}?)(?=\\s+(?:with|by|in|at|on|to|from|and|when|if|for)\\b|[,.;:]|$)`,
    "i",
  ).exec(demand);
  const command = verbOfDoing(match?.[1] ?? "");
  const entity = match === null ? undefined : entityOf(singular(match[2] ?? "", drafts), drafts);
  // Where the text keeps returns as things of their own, one is made.
  if (command === undefined || entity === undefined || entityOf(phrase, drafts) !== undefined)
    return undefined;
  return { entity, verb: command, shape: "command" };
}

/** "Pay for my groceries": what is paid is the order or the bill, not what is in it. */
function paidFor({ verb, phrase, demand, drafts }: Phrase): Act | null | undefined {
  if (!/^pay(?: for)?$/.test(verb)) return undefined;
  const object = entityOf(phrase, drafts);
  if (object !== undefined && isPayable(object) && !/\bpay for\b/i.test(demand)) return undefined;
  const payment = drafts.find(
    ({ id, known }) => id === "payment" || known?.entity.id === "payment",
  );
  if (payment !== undefined) return { entity: payment, verb: "create", shape: "create" };
  const bill =
    drafts.find(
      (draft) => isPayable(draft) && [...draft.words].some((word) => speaksOf(demand, word)),
    ) ??
    drafts.find(({ id, known }) => /^(?:order|invoice|bill|booking)$/.test(known?.entity.id ?? id));
  return bill === undefined ? null : { entity: bill, verb: "pay", shape: "command" };
}

function isPayable({ id, fields, lifecycle }: EntityDraft): boolean {
  return (
    /(?:^|-)(?:order|invoice|bill|fee|fine|booking|subscription|payment|due)$/.test(id) ||
    lifecycle?.transitions.some(({ to }) => to === "paid") === true ||
    ["total", "amount", "amount-due"].some((field) => fields.has(field))
  );
}

/** "Choose a pickup point for a parcel": the parcel is changed, the point is not. */
function chosenFor({ verb, phrase, demand, drafts }: Phrase): Act | undefined {
  if (!/^(?:choose|select|pick)$/.test(verb)) return undefined;
  const chosen = entityOf(phrase, drafts);
  const match = new RegExp(
    `\\b${verb}\\w*\\s+.{2,60}?\\b(?:for|of)\\s+(?:the delivery of\\s+)?${DETERMINER}([a-z][a-z -]{1,40}?)(?=\\s+(?:with|by|in|at|on|to|from|and)\\b|[,.;:]|$)`,
    "i",
  ).exec(demand);
  const target = match === null ? undefined : entityOf(singular(match[1] ?? "", drafts), drafts);
  if (chosen === undefined || target === undefined || chosen === target) return undefined;
  const field = `${chosen.id}-id`;
  if (![...target.references.values()].some(({ to }) => to === chosen.id))
    target.references.set(field, refer(field, chosen.id, false));
  const own = [...target.references.values()].find(({ to }) => to === chosen.id)?.field ?? field;
  return {
    entity: target,
    verb: `choose-${chosen.id}`,
    shape: "command",
    plan: {
      name: `Choose ${chosen.name.toLowerCase()} of ${target.name.toLowerCase()}`,
      description: `Sets the ${chosen.name.toLowerCase()} of one ${target.name.toLowerCase()}.`,
      accepts: [own],
      http: {
        method: "put",
        path: `/${toKebab(pluralize(target.name.toLowerCase()), 60)}/{${toCamel(target.name)}Id}/${toKebab(chosen.name, 40)}`,
        status: 200,
      },
    },
  };
}

/** "Export parcels as CSV": a file of all of them, behind a link that ends. */
function exported({ verb, phrase, drafts }: Phrase): Act | undefined {
  if (verb !== "export") return undefined;
  const entity = entityOf(phrase, drafts);
  if (entity === undefined || entity.id.endsWith("report")) return undefined;
  const many = pluralize(entity.name.toLowerCase());
  return {
    entity,
    verb: "export",
    shape: "command",
    plan: {
      name: `Export ${many}`,
      description: `Writes all ${many} that the caller may see to a file and returns a link to it.`,
      http: { method: "post", path: `/${toKebab(many, 60)}/export`, status: 200 },
      answers: [
        {
          name: "download url",
          type: "string",
          format: "uri",
          maxLength: 2000,
          samples: ["https://files.example.com/exports/7c9e6679.csv"],
          required: true,
        },
        { name: "expires at", type: "timestamp", samples: [], required: true },
      ],
    },
  };
}

/** "Open a compartment": it is there already. */
function opened({ verb, phrase, drafts }: Phrase): Act | undefined {
  const entity = entityOf(phrase, drafts);
  const isThing =
    entity !== undefined &&
    /(?:^|-)(?:compartment|locker|door|gate|barrier|box|lid|valve|lock|window|drawer|safe|hatch|cabinet|vault)$/.test(
      entity.id,
    );
  return verb === "open" && isThing ? { entity, verb, shape: "command" } : undefined;
}

/** Nouns that a verb leaves behind, where the text keeps them. */
const LEFT: ReadonlyMap<string, readonly string[]> = new Map([
  ["book", ["booking", "reservation"]],
  ["reserve", ["reservation", "booking"]],
  ["rate", ["rating", "review"]],
  ["review", ["review"]],
  ["apply", ["application"]],
  ["apply for", ["application"]],
  ["message", ["message"]],
  ["vote", ["vote"]],
  ["bid", ["bid"]],
  ["comment", ["comment"]],
  ["sign up for", ["registration", "signup"]],
]);

/** "Reserve a tool" where reservations are kept: a reservation is made. */
function leftBehind({ verb, phrase, drafts }: Phrase): Act | undefined {
  const noun = deedNoun(verb);
  const nouns = [...(noun === undefined ? [] : [noun]), ...(LEFT.get(verb) ?? [])];
  const object = entityOf(phrase, drafts);
  const left = drafts.find(({ id, words }) =>
    nouns.some((one) => id === one || id === `${object?.id ?? ""}-${one}` || words.has(one)),
  );
  if (left === undefined || object === undefined || left === object) return undefined;
  // "Deposit a parcel" where a parcel can be deposited and nothing is said of deposits.
  const isSaid =
    left.known !== undefined || [...left.fields.values()].some(({ basis }) => basis === "stated");
  if (!isSaid && leadsToState(verb, object)) return { entity: object, verb, shape: "command" };
  const isTied = [...left.references.values()].some(({ to }) => to === object.id);
  const field = `${object.id}-id`;
  if (!isTied && !left.fields.has(field)) left.references.set(field, refer(field, object.id, true));
  return { entity: left, verb: "create", shape: "create" };
}

function refer(field: string, to: string, required: boolean) {
  return { field, to, required, one: false, owned: false, basis: "assumed" as const };
}

function singular(phrase: string, drafts: readonly EntityDraft[]): string {
  const words = phrase.trim().toLowerCase();
  const found = drafts
    .flatMap((draft) => [...draft.words])
    .find((word) => word === words || pluralize(word) === words);
  return found ?? coreOf(words);
}
