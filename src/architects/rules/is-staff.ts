const STAFF =
  /(?:^|\s)(?:admin|admin user|administrator|moderator|support agent|support|support staff|clerk|compliance officer|operator|platform manager|auditor|data engineer|content manager|internal staff|internal user|operations team|back[- ]office (?:user|clerk|agent)|employee of \w+|superuser|root user)$/;
/** Who works for the product's owner only where somebody else is served. */
const EMPLOYED = /(?:^|\s)(?:employee|staff|staff member|worker|agent|officer|cashier)$/;
const SERVED =
  /(?:^|\s)(?:customer|client|buyer|shopper|guest|visitor|citizen|passenger|subscriber|consumer|policyholder|tenant|borrower|parent)$/;

/** Whether somebody runs the product, rather than uses it. */
export function isStaff(name: string, isEmployed: boolean): boolean {
  return STAFF.test(name) || (isEmployed && EMPLOYED.test(name));
}

/** Whether the text speaks of people whom the employees serve. */
export function servesSomebody(names: readonly string[]): boolean {
  return names.some((name) => SERVED.test(name));
}
