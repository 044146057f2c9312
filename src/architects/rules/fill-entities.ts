import type { AttributeMention } from "../../requirements/entity-mention.ts";
import type { RequirementsReading } from "../../requirements/requirements-reading.ts";
import { isPerson } from "../../requirements/person-words.ts";
import { singularPhrase } from "../../requirements/singular-phrase.ts";
import { toKebab, toTitle, wordsOf } from "../../util/naming.ts";
import { archetypeOf } from "./archetypes.ts";
import { coreOf } from "./core-of.ts";
import type { EntityDraft } from "./entity-draft.ts";
import { addUnique, entityDraft } from "./entity-draft.ts";
import { fieldNamed } from "./field-named.ts";
import { fillKnownEntity } from "./fill-known-entity.ts";
import { giveLifecycle } from "./give-lifecycle.ts";
import { isField } from "./is-field.ts";
import type { StatedPart } from "./stated-parts.ts";

/** Gives every entity its fields and references: stated ones first, then what its kind implies. */
export function fillEntities(
  drafts: EntityDraft[],
  parts: readonly StatedPart[],
  reading: RequirementsReading,
): void {
  const byWord = new Map<string, EntityDraft>();
  for (const draft of drafts) for (const word of draft.words) byWord.set(coreOf(word), draft);
  for (const draft of drafts.slice()) {
    // The columns of a star schema are read as they are spelled out.
    if (draft.known?.entity.store !== undefined) continue;
    addStatedParts(draft, parts, byWord, drafts);
    addMentioned(draft, parts, byWord, drafts);
  }
  for (const draft of drafts) addRelations(draft, byWord);
  for (const draft of drafts) {
    if (draft.known !== undefined) fillKnownEntity(draft, drafts, reading);
    giveLifecycle(draft, reading);
    const isBare = [...draft.fields.keys()].every((id) => id === "status");
    const isLink = draft.description.startsWith("One ");
    if (isBare && !isLink && draft.known === undefined) addArchetype(draft);
    if (draft.description === "") draft.description = describe(draft);
  }
}

function addStatedParts(
  draft: EntityDraft,
  parts: readonly StatedPart[],
  byWord: ReadonlyMap<string, EntityDraft>,
  drafts: EntityDraft[],
): void {
  for (const part of parts) {
    if (byWord.get(coreOf(singularPhrase(part.owner))) !== draft) continue;
    draft.requirements.add(part.requirementId);
    const words = singularPhrase(part.part);
    const spelled = wordsOf(words);
    // "Needs approval" is yes or no, whatever an approval is.
    const isYesOrNo = /^(?:needs|requires|has|is|allows)$/.test(spelled[0] ?? "");
    const target = isYesOrNo
      ? undefined
      : (byWord.get(coreOf(words)) ?? byWord.get(spelled.slice(1).join(" ")));
    const isSeveral =
      part.many ||
      (target !== undefined && isPlural(part.part) && part.values === undefined && !part.belongs);
    // Two that exist by themselves are referred to, one by one.
    const stands = target !== undefined && isMadeAlone(target, parts, byWord);
    if (target !== undefined && part.isPair === true && stands) {
      for (const place of ["first", "second"])
        refer(draft, target, { required: true, owned: false, role: `${place} ${target.name}` });
      target.requirements.add(part.requirementId);
    } else if (target !== undefined && isSeveral) {
      // Somebody need not belong to a group; a part has no meaning without its whole.
      refer(target, draft, {
        required: !isPerson(words),
        owned: target.id.startsWith(`${draft.id}-`),
      });
      target.requirements.add(part.requirementId);
    } else if (target !== undefined && part.values === undefined) {
      const isNarrower = words.endsWith(` ${target.name.toLowerCase()}`);
      const isRole = /^(?:parent|author|owner|creator|assignee|sender|recipient)$/.test(
        spelled[0] ?? "",
      );
      const asRole =
        byWord.has(coreOf(words)) && (isRole || !isNarrower)
          ? undefined
          : isRole
            ? spelled[0]
            : words;
      refer(draft, target, {
        required: !part.optional && asRole !== "parent",
        owned: false,
        ...(asRole === undefined ? {} : { role: asRole }),
      });
    } else if (part.many && SEVERAL_VALUES.test(part.part)) {
      addList(draft, words, drafts);
    } else if (!part.many && !part.belongs) {
      addField(
        draft,
        part.part,
        { unique: part.unique, ...(part.values === undefined ? {} : { enumValues: part.values }) },
        part.optional,
      );
    }
  }
}

const SEVERAL_VALUES = /(?:^|\s)(?:barcode|phone number|telephone number|email address)(?:s|es)$/;

/** Whether the text says what a thing itself has. */
function isMadeAlone(
  thing: EntityDraft,
  parts: readonly StatedPart[],
  byWord: ReadonlyMap<string, EntityDraft>,
): boolean {
  return parts.some(({ owner }) => byWord.get(coreOf(singularPhrase(owner))) === thing);
}

function isPlural(phrase: string): boolean {
  const last = phrase.split(" ").at(-1) ?? "";
  return singularPhrase(last) !== last;
}

function addMentioned(
  draft: EntityDraft,
  parts: readonly StatedPart[],
  byWord: ReadonlyMap<string, EntityDraft>,
  drafts: EntityDraft[],
): void {
  for (const mention of draft.mentions) {
    for (const attribute of mention.attributes) {
      const words = singularPhrase(attribute.name);
      // A row of a data dictionary is answered by the entity, whatever becomes of it.
      if (attribute.typed === true) draft.requirements.add(attribute.requirementId);
      const keyed = byWord.get(coreOf(/^(.+) id$/.exec(words)?.[1] ?? ""));
      if (keyed !== undefined && keyed !== draft) {
        refer(draft, keyed, { required: attribute.optional !== true, owned: false });
        draft.requirements.add(attribute.requirementId);
        continue;
      }
      // "application" is no field, but what the text keeps under that name is referred to.
      if ((!isField(words) && !byWord.has(coreOf(words))) || words === "") continue;
      const elsewhere = parts.some(
        (part) =>
          part.requirementId === attribute.requirementId &&
          (singularPhrase(part.part) === words || singularPhrase(part.part).endsWith(` ${words}`)),
      );
      if (elsewhere) continue;
      const target = byWord.get(coreOf(words));
      const listed =
        /^(.+?) (?:list|ids)$/.exec(words)?.[1] ??
        (/^(?:tag|label|keyword)$/.test(words) && attribute.name !== words ? words : undefined);
      if (listed !== undefined) {
        addList(draft, listed, drafts);
        continue;
      }
      if (target !== undefined) {
        if (target !== draft && attribute.enumValues === undefined) {
          refer(draft, target, { required: true, owned: false });
        }
        continue;
      }
      addField(draft, attribute.name, attribute, attribute.optional === true);
      draft.requirements.add(attribute.requirementId);
    }
  }
}

function addField(
  draft: EntityDraft,
  name: string,
  clues: Partial<
    Pick<AttributeMention, "unique" | "enumValues" | "typeHint" | "typed" | "maxLength">
  >,
  optional: boolean,
): void {
  // Three numbers; one text could not be compared.
  if (/^(?:the )?(?:three )?dimensions$/i.test(name.trim())) {
    for (const side of ["length", "width", "height"])
      addField(draft, side, { typeHint: "decimal" }, optional);
    return;
  }
  const own = name
    .toLowerCase()
    .replace(new RegExp(`^${draft.id.replaceAll("-", " ")} (?=status|name|title|id$)`), "");
  const known = draft.known?.entity.fields.find(
    (field) => field.name === own || field.synonyms?.includes(own) === true,
  );
  const field = fieldNamed(
    known?.name ?? own,
    {
      basis: "stated",
      ...(clues.typeHint === undefined ? {} : { hint: clues.typeHint }),
      ...(clues.typed === undefined ? {} : { typed: clues.typed }),
      ...(clues.maxLength === undefined ? {} : { maxLength: clues.maxLength }),
      ...(clues.enumValues === undefined ? {} : { enumValues: clues.enumValues }),
    },
    { ...known?.overrides, ...(optional ? { nullable: true } : {}) },
  );
  if (["id", "created-at", "updated-at"].includes(field.id)) return;
  // "A duration in minutes" is the duration.
  if ([...draft.fields.keys()].some((id) => id.startsWith(`${field.id}-in-`))) return;
  const before = draft.fields.get(field.id);
  if (before === undefined || (before.type !== "enum" && field.type === "enum"))
    draft.fields.set(field.id, field);
  if (clues.unique === true || known?.unique === true) addUnique(draft, [field.id]);
}

/** A list in a column becomes rows: the tags of an article. */
function addList(draft: EntityDraft, part: string, drafts: EntityDraft[]): void {
  const item = drafts.find(({ words }) => words.has(part));
  const id = toKebab(`${draft.id}-${part}`);
  if (drafts.some((other) => other.id === id)) return;
  const row = entityDraft(id, toTitle(id));
  row.description = `One ${part} of one ${draft.name.toLowerCase()}.`;
  for (const requirement of draft.requirements) row.requirements.add(requirement);
  refer(row, draft, { required: true, owned: true });
  const own = toKebab(`${draft.name} id`, 60);
  if (item === undefined) {
    row.fields.set("name", fieldNamed("name", { basis: "assumed" }));
    addUnique(row, [own, "name"]);
  } else {
    refer(row, item, { required: true, owned: false });
    addUnique(row, [own, toKebab(`${item.name} id`, 60)]);
  }
  drafts.push(row);
}

function addRelations(draft: EntityDraft, byWord: ReadonlyMap<string, EntityDraft>): void {
  for (const mention of draft.mentions) {
    for (const { to, cardinality, requirementId } of mention.relations) {
      const other = byWord.get(coreOf(singularPhrase(to)));
      if (other === undefined || other === draft) continue;
      if (cardinality === "one") refer(draft, other, { required: true, owned: false });
      else if (![...draft.references.values()].some(({ to: target }) => target === other.id)) {
        refer(other, draft, {
          required: !isPerson(other.name.toLowerCase()) || isPerson(draft.name.toLowerCase()),
          owned: other.id.startsWith(`${draft.id}-`),
        });
      }
      draft.requirements.add(requirementId);
    }
  }
}

function refer(
  from: EntityDraft,
  to: EntityDraft,
  {
    required,
    owned,
    role,
  }: { readonly required: boolean; readonly owned: boolean; readonly role?: string },
): void {
  const field = toKebab(`${role ?? to.name} id`, 60);
  if (from === to && role === undefined) return;
  const before = from.references.get(field);
  from.references.set(field, {
    field,
    to: to.id,
    required: before === undefined ? required : before.required,
    one: false,
    owned: owned || before?.owned === true,
    basis: "stated",
  });
}

function addArchetype(draft: EntityDraft): void {
  const { fields, optional } = archetypeOf(draft.name.toLowerCase());
  for (const name of fields) {
    const field = fieldNamed(name, { basis: "assumed" });
    if (!draft.fields.has(field.id)) draft.fields.set(field.id, field);
  }
  for (const name of optional) {
    const field = fieldNamed(name, { basis: "assumed" }, { nullable: true });
    draft.fields.set(field.id, field);
  }
}

function describe(draft: EntityDraft): string {
  const held = [...draft.fields.values()].slice(0, 4).map(({ name }) => name.toLowerCase());
  const what = held.length > 0 ? `, kept with ${held.join(", ")}` : "";
  return `${/^(?:[aeio]|u(?!ser|ni|se|til))/i.test(draft.name) ? "An" : "A"} ${draft.name.toLowerCase()} as the requirements speak of it${what}.`;
}
