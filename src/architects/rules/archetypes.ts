/** What a thing is made of that the text only names, from the last word of its name. */
export interface Archetype {
  readonly heads: RegExp;
  /** Words of the fields; each becomes an assumed field. */
  readonly fields: readonly string[];
  readonly optional: readonly string[];
}

/** The first that matches wins; what none knows gets a name. */
export const archetypes: readonly Archetype[] = [
  {
    heads: /^[a-z]+ (?:class|type|kind|category)$/,
    fields: ["name"],
    optional: ["description"],
  },
  { heads: /\breservation$/, fields: ["starts at", "ends at"], optional: [] },
  { heads: /\w schedule$/, fields: ["valid from"], optional: ["valid until"] },
  { heads: /\battempt$/, fields: ["started at"], optional: ["finished at", "score"] },
  { heads: /\bsubmission$/, fields: ["submitted at"], optional: ["remark"] },
  {
    heads: /\b(?:contribution|repayment|subscription fee)$/,
    fields: ["amount", "made at"],
    optional: [],
  },
  {
    heads:
      /\b(?:person|people|user|customer|client|member|employee|worker|staff|camper|student|teacher|patient|doctor|parent|guardian|contact|driver|guest|visitor|supplier|vendor|author|player|volunteer|child|citizen|applicant|candidate|tenant|owner|participant|attendee|subscriber|nurse|counselor|counsellor|guarantor|substitute|witness|referee|courier|borrower|lender|captain|librarian|pharmacist|recipient|sender)$/,
    fields: ["first name", "last name"],
    optional: ["email", "phone"],
  },
  {
    heads:
      /\b(?:event|activity|appointment|meeting|session|lesson|class|booking|reservation|schedule|trip|excursion)$/,
    fields: ["title", "starts at", "ends at"],
    optional: ["description"],
  },
  {
    heads:
      /\b(?:message|comment|note|post|announcement|warning|feedback|complaint|concern|notification|question|answer|reply|reminder)$/,
    fields: ["body"],
    optional: [],
  },
  {
    heads:
      /\b(?:document|file|form|attachment|report|contract|certificate|photo|image|video|picture|upload)$/,
    fields: ["title", "media type", "object key"],
    optional: [],
  },
  {
    heads: /\b(?:invoice|payment|fee|charge|expense|donation|transaction|deposit|refund|bill)$/,
    fields: ["amount", "currency"],
    optional: [],
  },
  {
    heads:
      /\b(?:article|page|recipe|blog post|story|book|course|guide|task|ticket|issue|rule|job|project|(?<!waiting )list|campaign|survey)$/,
    fields: ["title"],
    optional: ["description"],
  },
  {
    heads: /\b(?:discount|coupon|voucher|promotion|special offer)$/,
    fields: ["title", "discount percent", "starts at", "ends at"],
    optional: [],
  },
  {
    heads: /\b(?:attendance|check-?in|presence)$/,
    fields: ["date", "present"],
    optional: [],
  },
  {
    heads: /\b(?:ledger|journal)(?: entry)?$/,
    fields: ["amount", "reason", "booked at"],
    optional: [],
  },
  { heads: /\bleaderboard$/, fields: ["rank", "points"], optional: [] },
  {
    heads: /\b(?:request|invitation|application|dispute|claim|appeal)$/,
    fields: ["requested at"],
    optional: ["message", "decided at"],
  },
  { heads: /\b(?:grade|mark|score|rating)$/, fields: ["value", "given at"], optional: ["remark"] },
  {
    heads: /\b(?:fine|withdrawal|bid|payout|prize|reserve|budget|recovery|deduction|refund)$/,
    fields: ["amount"],
    optional: [],
  },
  { heads: /\babsence$/, fields: ["date"], optional: ["reason"] },
  { heads: /\b(?:loan|rental)$/, fields: ["starts on", "due on"], optional: ["returned on"] },
  {
    heads: /\b(?:match|round)$/,
    fields: ["starts at"],
    optional: ["ends at", "result"],
  },
  { heads: /\b(?:time slot|slot)$/, fields: ["starts at", "ends at"], optional: [] },
  { heads: /\bhour$/, fields: ["weekday", "opens at", "closes at"], optional: [] },
  {
    heads: /\b(?:audit trail|audit log|audit record|access log)$/,
    fields: ["action", "happened at"],
    optional: ["details"],
  },
  { heads: /\b(?:waiting list|queue)$/, fields: ["name"], optional: ["description"] },
  {
    heads: /\b(?:alert|alarm|incident)$/,
    fields: ["kind", "message", "raised at"],
    optional: ["acknowledged at"],
  },
  {
    heads: /\b(?:term|season|semester|school year|fiscal year)$/,
    fields: ["name", "starts on", "ends on"],
    optional: [],
  },
  {
    heads: /\b(?:haul|tour|run|route|voyage)$/,
    fields: ["name", "starts at"],
    optional: ["ends at"],
  },
  { heads: /\b(?:case|investigation)$/, fields: ["opened at"], optional: ["closed at", "remark"] },
  {
    heads: /\b(?:agreement|policy)$/,
    fields: ["number", "valid from"],
    optional: ["valid until", "signed at"],
  },
  { heads: /\b(?:promise|pledge)$/, fields: ["amount", "due on"], optional: ["kept at"] },
  { heads: /\b(?:decision|approval|deferral)$/, fields: ["decided at"], optional: ["reason"] },
  {
    heads: /\b(?:ban|mute|suspension|penalty)$/,
    fields: ["reason", "starts at"],
    optional: ["ends at"],
  },
  { heads: /\b(?:call|phone call|contact attempt)$/, fields: ["called at"], optional: ["remark"] },
  { heads: /\b(?:trade|sale|purchase)$/, fields: ["amount", "made at"], optional: [] },
  { heads: /\b(?:refill|replenishment|order)$/, fields: ["ordered at"], optional: ["remark"] },
  {
    heads: /\b(?:van|truck|bus|vehicle|ship|car)$/,
    fields: ["registration number"],
    optional: ["model"],
  },
  { heads: /\bvisit$/, fields: ["starts at"], optional: ["ends at"] },
  { heads: /\b(?:hold|objection)$/, fields: ["reason", "made at"], optional: ["ended at"] },
  { heads: /\b(?:shipping line|airline)$/, fields: ["name"], optional: ["code"] },
  { heads: /\bshift$/, fields: ["starts at"], optional: ["ends at"] },
  { heads: /\boffer$/, fields: ["offered at"], optional: ["expires at", "answered at"] },
  {
    heads: /\b(?:gps|vehicle|current|last) position$/,
    fields: ["latitude", "longitude", "recorded at"],
    optional: [],
  },
  { heads: /\b(?:estimate|price|fare|quote)$/, fields: ["amount", "currency"], optional: [] },
  { heads: /\breceipt$/, fields: ["number", "amount", "issued at"], optional: [] },
  { heads: /\btemplate$/, fields: ["name", "body"], optional: [] },
  { heads: /\bletter$/, fields: ["body"], optional: ["sent at"] },
  { heads: /\b(?:factor|coefficient)$/, fields: ["value", "computed at"], optional: [] },
  { heads: /\bredemption$/, fields: ["redeemed at"], optional: [] },
  { heads: /\b(?:tube|sample|specimen)$/, fields: ["number", "taken at"], optional: [] },
  {
    heads: /\b(?:temperature|measurement|reading)$/,
    fields: ["value", "measured at"],
    optional: [],
  },
  { heads: /\b(?:reaction|damage|defect)$/, fields: ["description", "reported at"], optional: [] },
  { heads: /\bquestionnaire$/, fields: ["answers", "completed at"], optional: [] },
  { heads: /\bbatch$/, fields: ["number"], optional: ["expires on"] },
  { heads: /\bdose$/, fields: ["quantity", "due at"], optional: ["given at"] },
  { heads: /\b(?:bank|(?<!user )account|wallet|balance)$/, fields: ["balance"], optional: [] },
  { heads: /\bbeneficiary$/, fields: ["name"], optional: [] },
  {
    heads: /\b(?:location|store|branch|venue|site|warehouse|restaurant|hotel|clinic|school)$/,
    fields: ["name", "address"],
    optional: ["phone"],
  },
  {
    heads: /\b(?:delivery|shipment|parcel|package)$/,
    fields: ["address", "scheduled at"],
    optional: ["delivered at"],
  },
  {
    heads: /\b(?:item|line|entry)$/,
    fields: ["name", "quantity"],
    optional: [],
  },
];

/** What the thing of this name is likely to hold. */
export function archetypeOf(name: string): Pick<Archetype, "fields" | "optional"> {
  const found = archetypes.find(({ heads }) => heads.test(name));
  return found ?? { fields: ["name"], optional: [] };
}

/** Whether somebody writes it, so that it matters who. */
export function isWritten(name: string): boolean {
  return /\b(?:message|comment|note|post|announcement|feedback|complaint|concern|question|answer|reply|article|recipe|blog post|story|review|report|document|photo|wishlist|ticket)$/.test(
    name,
  );
}
