import type { Entity, Field } from "../../../design/design.ts";
import { wordsOf } from "../../../util/naming.ts";

/** A field whose value follows from that of another field which is no key by itself. */
export interface DependentField {
  readonly field: Field;
  readonly determinant: Field;
  /** What both are about: `product` of `product id` and `product name`. */
  readonly thing: string;
  /** Whether the determinant is one of several fields of a key (second normal form). */
  readonly isPartOfKey: boolean;
}

/** Last words of a name that stands for one thing. */
const IDENTIFYING = new Set(["id", "code", "uuid", "number", "sku"]);

/** Attributes that a thing has whoever refers to it; a quantity or a date belongs to the reference. */
const DESCRIPTIVE = new Set(
  (
    "name,title,description,label,category,type,brand,colour,color,email,email address,phone,phone number," +
    "address,city,country,country code,postal code,currency,website,manufacturer,department,first name," +
    "last name,full name,display name,birth date,date of birth,vat number,tax number,job title,latitude,longitude"
  ).split(","),
);

/** First words whose code or number stands for nothing that has rows; an event is a message. */
const NO_THINGS = new Set(
  (
    "phone,fax,mobile,telephone,postal,zip,post,house,street,tracking,version,error,status,reason," +
    "response,event,serial,external,reference,correlation,trace,request,idempotency"
  ).split(","),
);

/** Fields that depend on less than a key, or on no key; by their names, keys and relations. */
export function dependentFields(
  entity: Entity,
  entities: ReadonlyMap<string, Entity>,
): readonly DependentField[] {
  const keys = [
    entity.primaryKey,
    ...entity.uniqueKeys.map(({ fields }) => fields),
    ...entity.indexes.filter(({ unique }) => unique).map(({ fields }) => fields),
  ];
  const inKeys = new Set(keys.flat());
  const links = new Set(entity.relations.map(({ field }) => field));
  const own = wordsOf(entity.name).join(" ");
  return entity.fields.flatMap((determinant) => {
    const isKey = keys.some((fields) => fields.length === 1 && fields[0] === determinant.id);
    const thing = thingOf(determinant);
    if (isKey || thing === undefined || thing === own) return [];
    const target = entity.relations.find(({ field }) => field === determinant.id)?.to;
    const owner = target === undefined ? undefined : entities.get(target);
    return entity.fields.flatMap((field) => {
      const attribute = attributeOf(field, thing);
      if (attribute === undefined || inKeys.has(field.id) || links.has(field.id)) return [];
      if (field.id === determinant.id || isCopy(field, attribute, owner)) return [];
      return [{ field, determinant, thing, isPartOfKey: inKeys.has(determinant.id) }];
    });
  });
}

/** `product` of `product id`; nothing where the name is of no thing. */
function thingOf({ name }: Field): string | undefined {
  const words = wordsOf(name);
  const [first = ""] = words;
  if (words.length < 2 || NO_THINGS.has(first) || !IDENTIFYING.has(words.at(-1) ?? "")) {
    return undefined;
  }
  return words.slice(0, -1).join(" ");
}

function attributeOf({ name }: Field, thing: string): string | undefined {
  const whole = wordsOf(name).join(" ");
  const attribute = whole.startsWith(`${thing} `) ? whole.slice(thing.length + 1) : "";
  return DESCRIPTIVE.has(attribute) ? attribute : undefined;
}

/** That one is `design/copied-attribute` already. */
function isCopy(field: Field, attribute: string, owner: Entity | undefined): boolean {
  return (owner?.fields ?? []).some(
    ({ name, type }) => type === field.type && wordsOf(name).join(" ") === attribute,
  );
}
