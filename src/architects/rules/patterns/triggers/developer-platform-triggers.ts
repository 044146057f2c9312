/** What calls for it: the same for an entity and the operations on it. */
export const KEYS_TRIGGERS: RegExp =
  /\b(?:create|issue|generate|rotate|revoke|request|manage|delete)s?\b[^.]{0,40}\bapi[- ]keys?\b|\bapi keys? (?:has|have|can be|may be|is|are) (?:an? |created|issued|rotated|revoked)/i;

export const USAGE_TRIGGERS: RegExp =
  /\b(?:view|see|read|track|monitor|download)s? (?:the |my |their )?(?:\w+ )?usage\b|\busage (?:of|per) (?:an? |the |each )?(?:application|api key|integrator|day|month)/i;
