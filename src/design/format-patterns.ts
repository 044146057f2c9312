/** Regular expressions (ECMA-262) of the formats that the OpenAPI format registry has no name for. */
export const formatPatterns = {
  phone: "^\\+?[0-9][0-9 ().-]*$",
  slug: "^[a-z0-9]+(?:-[a-z0-9]+)*$",
  currency: "^[A-Z]{3}$",
  country: "^[A-Z]{2}$",
} as const;
