import type { Field } from "../../design/design.ts";

/** What is known of a value from the name of its field. */
export type ValueSketch = Partial<
  Omit<Field, "id" | "name" | "type" | "basis" | "samples" | "enumValues">
> & { readonly type: Field["type"]; readonly samples?: Field["samples"] };

interface KnownValue {
  /** Tested on the words of the name, lower case. */
  readonly names: RegExp;
  readonly value: ValueSketch;
}

const MONEY = { type: "decimal", precision: 12, scale: 2, minimum: 0 } as const;
const PERSONAL = { classification: "personal" } as const;
const LONG = { type: "text", maxLength: 5000 } as const;
const SECRET = {
  type: "string",
  classification: "secret",
  readOnly: true,
  maxLength: 255,
} as const;

/** By the name's words; the first that matches wins. */
export const knownValues: readonly KnownValue[] = [
  {
    names: /\bpassword|\bpasscode|\bpin code$/,
    value: { ...SECRET, samples: ["$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA"] },
  },
  { names: /\btoken hash$/, value: { ...SECRET, samples: ["9f86d081884c7d659a2feaa0c55ad015"] } },
  { names: /\b(?:secret|api key|token)$/, value: { ...SECRET } },
  {
    names: /\be ?mail(?: address)?$|\bmail address$/,
    value: {
      type: "string",
      format: "email",
      maxLength: 254,
      ...PERSONAL,
      samples: ["ada@example.com", "grace@example.com"],
    },
  },
  {
    names: /\b(?:tele)?phone(?: number)?$|\bmobile(?: number)?$/,
    value: {
      type: "string",
      format: "phone",
      maxLength: 30,
      ...PERSONAL,
      samples: ["+493023125001"],
    },
  },
  {
    names: /\b(?:first|given) name$/,
    value: { type: "string", maxLength: 100, ...PERSONAL, samples: ["Ada", "Grace"] },
  },
  {
    names: /\b(?:last|family|sur) ?name$/,
    value: { type: "string", maxLength: 100, ...PERSONAL, samples: ["Lovelace", "Hopper"] },
  },
  {
    names: /\bfull name$/,
    value: {
      type: "string",
      maxLength: 200,
      ...PERSONAL,
      samples: ["Ada Lovelace", "Grace Hopper"],
    },
  },
  {
    names: /\b(?:user ?name|nick ?name|login(?: name)?|handle)$/,
    value: { type: "string", minLength: 3, maxLength: 60, ...PERSONAL, samples: ["ada", "grace"] },
  },
  {
    names: /\b(?:ip|mac) address$/,
    value: { type: "string", maxLength: 45, ...PERSONAL, samples: ["192.0.2.17"] },
  },
  {
    names: /\baddress(?:es)?$/,
    value: {
      type: "string",
      maxLength: 500,
      ...PERSONAL,
      samples: ["Lindenstrasse 12, 10969 Berlin, DE"],
    },
  },
  {
    names: /\b(?:post(?:al)?|zip) ?code$/,
    value: { type: "string", maxLength: 12, ...PERSONAL, samples: ["10969"] },
  },
  {
    names: /^city$|\btown$/,
    value: { type: "string", maxLength: 100, samples: ["Berlin", "Lyon"] },
  },
  {
    names: /\bcountry(?: code)?$/,
    value: { type: "string", format: "country", minLength: 2, maxLength: 2, samples: ["DE", "FR"] },
  },
  {
    names: /\bcurrency(?: code)?$/,
    value: {
      type: "string",
      format: "currency",
      minLength: 3,
      maxLength: 3,
      samples: ["EUR", "USD"],
    },
  },
  {
    names: /\blanguage$|\blocale$/,
    value: { type: "string", maxLength: 35, samples: ["en", "de"] },
  },
  {
    names: /\b(?:birth ?(?:date|day)|date of birth|dob)$/,
    value: { type: "date", ...PERSONAL, samples: ["1990-12-10"] },
  },
  {
    names:
      /\b(?:allerg(?:y|ies)|diagnos[ie]s|blood (?:type|group)|medical \w+|disabilit(?:y|ies)|medications?)$/,
    value: { type: "string", maxLength: 500, classification: "sensitive", samples: [] },
  },
  {
    names:
      /\b(?:ssn|social security number|passport number|tax (?:id|number)|iban|account number|licen[cs]e number)$/,
    value: { type: "string", maxLength: 40, classification: "sensitive", samples: [] },
  },
  {
    names: /\bslug$/,
    value: {
      type: "string",
      format: "slug",
      maxLength: 120,
      classification: "public",
      samples: ["clay-and-kiln", "oak-workshop"],
    },
  },
  {
    names: /\b(?:url|uri|link|website|web site|image|photo|picture|avatar|logo|thumbnail|icon)$/,
    value: {
      type: "string",
      format: "uri",
      maxLength: 2000,
      samples: ["https://cdn.example.com/media/7f3a.jpg"],
    },
  },
  {
    names: /\btracking (?:number|code|id)$/,
    value: { type: "string", maxLength: 60, samples: ["00340434161094042557"] },
  },
  {
    names: /\border number$/,
    value: { type: "string", maxLength: 20, samples: ["CY-2026-000417", "CY-2026-000418"] },
  },
  {
    names:
      /\b(?:price|amount|total|subtotal|cost|fee|fare|balance|salary|budget|revenue|payment|money)$|\b(?:price|fee|rate|charge) per \w+$/,
    value: { ...MONEY, samples: [49.9, 12.5] },
  },
  {
    names: /\b(?:discount|percent(?:age)?|rate|share)$/,
    value: {
      type: "decimal",
      precision: 5,
      scale: 2,
      minimum: 0,
      maximum: 100,
      samples: [15, 7.5],
    },
  },
  {
    names: /\b(?:rating|stars|score)$/,
    value: { type: "integer", minimum: 1, maximum: 5, samples: [5, 4] },
  },
  {
    names:
      /\b(?:quantity|stock(?: level| quantity)?|inventory|count|number of [a-z ]+|capacity|seats|points|age|size|limit|attempts|position|rank|priority|floor|level|year)$/,
    value: { type: "integer", minimum: 0, samples: [3, 12] },
  },
  {
    names: /\b(?:duration|minutes)$/,
    value: { type: "integer", minimum: 0, samples: [45], description: "In minutes." },
  },
  {
    names: /\b(?:latitude)$/,
    value: {
      type: "decimal",
      precision: 9,
      scale: 6,
      minimum: -90,
      maximum: 90,
      ...PERSONAL,
      samples: [52.520008],
    },
  },
  {
    names: /\b(?:longitude)$/,
    value: {
      type: "decimal",
      precision: 9,
      scale: 6,
      minimum: -180,
      maximum: 180,
      ...PERSONAL,
      samples: [13.404954],
    },
  },
  {
    names: /\bin (?:seconds|minutes|hours|days|weeks|months|years)$/,
    value: { type: "integer", minimum: 0, samples: [24] },
  },
  {
    names:
      /\b(?:weight|height|width|length|depth|temperature|distance|volume|(?:kilo|centi|milli)?met(?:re|er)s|miles|seconds|hours|watt hours|grams|kilograms|kg|kwh)$/,
    value: { type: "decimal", precision: 10, scale: 3, minimum: 0, samples: [1.25] },
  },
  { names: /\b(?:date|day|deadline)$/, value: { type: "date", samples: ["2026-03-14"] } },
  {
    names: /\b(?:time|timestamp|at|until|since)$|\bvalid from$/,
    value: { type: "timestamp", samples: ["2026-03-14T09:30:00Z"] },
  },
  {
    names:
      /^(?:is|has|can|was) |\bholiday$|\b(?:flag|enabled|active|verified|published|read|completed|accepted|present|absent)$/,
    value: { type: "boolean", default: false, samples: [true, false] },
  },
  {
    names: /\b(?:description|summary|bio|biography|abstract|details?|instructions?)$/,
    value: { ...LONG, samples: ["Thrown by hand and fired twice."] },
  },
  {
    names: /\b(?:body|content|text|comment|message|notes?|remarks?|feedback|reason|answer)$/,
    value: { ...LONG, samples: ["Arrived early and well packed."] },
  },
  {
    names: /\b(?:title|subject|headline)$/,
    value: { type: "string", maxLength: 200, samples: ["Stoneware mug", "Oak tray"] },
  },
  { names: /\bname$/, value: { type: "string", maxLength: 120 } },
  {
    names: /\b(?:status|state|type|kind|role|gender|method|mode|group|format)$/,
    value: { type: "string", maxLength: 40 },
  },
  {
    names: /\b(?:id|identifier|code|sku|isbn|ean|number|reference|key)$/,
    value: { type: "string", maxLength: 60 },
  },
];
