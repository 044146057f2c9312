/** Words that ClickHouse reads as something else where a column's name may stand. */
const KEYWORDS =
  /^(?:all|and|any|array|as|asc|asof|between|by|case|cast|check|cluster|column|constraint|cross|cube|date|default|delete|desc|describe|distinct|distributed|drop|else|end|engine|exists|explain|extract|false|final|first|for|format|from|full|function|global|group|having|if|ilike|in|index|inf|inner|insert|interpolate|interval|into|is|join|key|last|left|like|limit|live|local|materialized|nan|natural|not|null|nulls|offset|on|or|order|outer|over|partition|prewhere|primary|projection|qualify|right|rollup|row|rows|sample|select|semi|set|settings|statistics|substring|table|then|ties|timestamp|to|top|totals|trim|true|truncate|ttl|type|union|using|values|view|when|where|window|with)$/;

/** A name of the model, quoted where it has to be. */
export function quoted(name: string): string {
  return /^[a-z][a-z0-9_]*$/.test(name) && !KEYWORDS.test(name)
    ? name
    : `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;
}

/** A text as ClickHouse writes it. */
export function literal(text: string): string {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll("'", "\\'")
    .replaceAll("\n", "\\n")
    .replaceAll("\t", "\\t");
  return `'${escaped}'`;
}
