import type { Pattern } from "../pattern.ts";

const BOOKED = "(?:appointments?|bookings?|reservations?|consultations?)";
const KEPT =
  "(?:appointments?|bookings?|reservations?|consultations?|time ?slots?|slots?|tables?|rooms?|courts?|desks?|lessons?)";
const BOOK = new RegExp(
  `\\b(?:book|schedule|reschedule|reserve|cancel|confirm|move|make|see|view|manage)(?:s|ed|ing)? (?:[\\w-]+ ){0,4}${BOOKED}\\b|\\b(?:book|reserve)(?:s|ed|ing)? (?:an? |the |free |my )*(?:[\\w-]+ ){0,2}${KEPT}\\b`,
  "i",
);
const MAKE = new RegExp(
  `\\b(?:book|schedule|reserve|make)(?:s|ing)? (?:an? |the |free |my )*(?:[\\w-]+ ){0,2}${KEPT}\\b`,
  "i",
);
const SLOTS = /\b(?:time ?slots?|(?:free|available|open|bookable|appointment) (?:slots?|times))\b/i;
const AVAILABILITY =
  /\b(?:set|define|manage|publish|update|enter|edit|offer)s? (?:\w+ ){0,3}(?:availabilit(?:y|ies)|working hours|opening hours|business hours)\b/i;
const REMIND = new RegExp(
  `\\bremind(?:er|ers|ed|s)?\\b.*\\b${BOOKED}\\b|\\b${BOOKED}\\b.*\\bremind(?:er|ers|ed|s)?\\b`,
  "i",
);
const RESCHEDULE =
  /\b(?:reschedul\w+|move) (?:\w+ ){0,3}(?:appointments?|bookings?|reservations?|consultations?)\b/i;
const CANCEL =
  /\bcancel\w* (?:\w+ ){0,3}(?:appointments?|bookings?|reservations?|consultations?)\b/i;

export const schedulingPattern: Pattern = {
  priority: 50,
  context: {
    id: "scheduling",
    name: "Scheduling",
    purpose: "Owns when something is free, who has taken it and what reminds them.",
    classification: "core",
  },
  entities: [
    {
      id: "availability",
      name: "Availability",
      description: "Hours of a weekday in which somebody or something can be booked.",
      names: ["availability", "working hour", "opening hour", "business hour"],
      impliedBy: AVAILABILITY,
      evidence: AVAILABILITY,
      fields: [
        {
          name: "weekday",
          essential: true,
          overrides: {
            type: "integer",
            minimum: 1,
            maximum: 7,
            samples: [1, 5],
            description: "1 is Monday (ISO 8601).",
          },
        },
        { name: "opens at", essential: true, overrides: { type: "time", samples: ["09:00:00"] } },
        { name: "closes at", essential: true, overrides: { type: "time", samples: ["17:30:00"] } },
        {
          name: "time zone",
          essential: true,
          overrides: { type: "string", maxLength: 60, samples: ["Europe/Berlin"] },
        },
      ],
      references: [{ to: "account", role: "owner account", required: true, owned: true }],
      rules: [
        { id: "closes-after-opening", field: "closes-at", operator: "gt", otherField: "opens-at" },
      ],
      rowsPerUser: 0.5,
    },
    {
      id: "slot",
      name: "Slot",
      description: "A span of time that can be taken.",
      names: ["slot", "time slot", "timeslot", "appointment slot", "free slot", "available slot"],
      impliedBy: SLOTS,
      evidence: SLOTS,
      fields: [
        { name: "starts at", essential: true },
        { name: "ends at", essential: true },
        {
          name: "capacity",
          when: /\bcapacity\b|\bseats?\b|\bplaces\b/i,
          overrides: { minimum: 1 },
        },
      ],
      references: [
        {
          to: "account",
          role: "owner account",
          required: true,
          // A slot for a delivery is nobody's; one of a doctor is.
          when: /\b(?:my|own|doctors?|providers?|hosts?|coach(?:es)?|teachers?|tutors?|stylists?|therapists?|advisors?|consultants?)\b/i,
        },
      ],
      uniqueKeys: [["owner-account-id", "starts-at"]],
      rowsPerUser: 2,
    },
    {
      id: "booking",
      name: "Booking",
      description: "A span of time that somebody has taken.",
      names: ["booking", "appointment", "reservation", "consultation"],
      keepsWord: true,
      impliedBy: BOOK,
      evidence: BOOK,
      fields: [
        { name: "starts at", essential: true },
        { name: "ends at", essential: true },
        { name: "note", when: /\bnotes?\b|\bremarks?\b/i, overrides: { nullable: true } },
      ],
      references: [
        { to: "slot", required: true },
        { to: "account", role: "customer account", required: true },
      ],
      lifecycle: {
        field: "status",
        states: ["booked", "completed", "cancelled", "missed"],
        initial: "booked",
        transitions: [
          { from: "booked", to: "completed", trigger: "It has taken place" },
          { from: "booked", to: "cancelled", trigger: "Cancel booking" },
          { from: "booked", to: "missed", trigger: "Nobody came" },
        ],
        when: /./,
      },
      rowsPerUser: 5,
    },
    {
      id: "booking-reminder",
      name: "Booking reminder",
      description: "When somebody has to be reminded, and whether it was done.",
      names: ["booking reminder", "appointment reminder", "reminder"],
      impliedBy: REMIND,
      evidence: REMIND,
      needs: ["booking"],
      fields: [
        { name: "send at", essential: true },
        { name: "sent at", essential: true, overrides: { nullable: true, readOnly: true } },
      ],
      references: [{ to: "booking", required: true, owned: true }],
      uniqueKeys: [["booking-id", "send-at"]],
      rowsPerUser: 5,
    },
  ],
  operations: [
    {
      id: "list-slots",
      name: "List slots",
      description: "Pages through the slots that are free.",
      entity: "slot",
      when: SLOTS,
      claims: /^(?:see|view|find|search|browse|list|look) (?:\w+ )?(?:slot|time)/,
      shape: "list",
      http: { method: "get", path: "/slots", status: 200 },
    },
    {
      id: "create-booking",
      name: "Create booking",
      description: "Takes a span of time; two callers never get the same one.",
      entity: "booking",
      when: MAKE,
      claims: /^(?:book|schedule|reserve|make|create)\b/,
      shape: "create",
      http: { method: "post", path: "/bookings", status: 201 },
      own: true,
    },
    {
      id: "reschedule-booking",
      name: "Reschedule booking",
      description: "Moves a booking to another span that is free.",
      entity: "booking",
      when: RESCHEDULE,
      claims: /^(?:reschedule|move)\b/,
      shape: "command",
      http: { method: "put", path: "/bookings/{bookingId}/time", status: 200 },
      accepts: ["starts-at", "ends-at"],
      own: true,
    },
    {
      id: "cancel-booking",
      name: "Cancel booking",
      description: "Gives the time back.",
      entity: "booking",
      when: CANCEL,
      claims: /^cancel\b/,
      shape: "command",
      http: { method: "post", path: "/bookings/{bookingId}/cancel", status: 200 },
      accepts: [],
      own: true,
    },
  ],
  events: [
    {
      id: "booking-cancelled",
      name: "Booking cancelled",
      description: "A booking was cancelled; the time is free and nobody is reminded.",
      entity: "booking",
      when: CANCEL,
      consumers: ["notifications", "payments"],
    },
  ],
  needs: [],
};
