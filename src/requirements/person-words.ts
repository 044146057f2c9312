/** Head nouns of a person or role. */
const PERSON =
  /(?:^|\s)(?:users?|learner|admins?|administrator|customer|client|guest|visitor|member|people|person|staff|student|teacher|patient|doctor|nurse|physician|guardian|parent|child|tenant|landlord|citizen|employee|employer|manager|owner|agent|operator|moderator|editor|author|reader|writer|seller|buyer|vendor|merchant|shopper|driver|rider|courier|dispatcher|passenger|traveller|traveler|host|librarian|accountant|auditor|analyst|developer|engineer|researcher|scientist|designer|coach|trainer|player|participant|attendee|organizer|organiser|speaker|volunteer|donor|applicant|candidate|recruiter|supervisor|technician|inspector|reviewer|approver|requester|subscriber|follower|creator|viewer|clerk|cashier|chef|waiter|receptionist|pharmacist|lecturer|instructor|tutor|professor|farmer|lawyer|broker|trader|investor|borrower|lender|payer|payee|officer|worker|counselor|planner|publisher|consumer|supplier|contractor|chemist|steward|listener|advertiser|neighbou?r|(?:department|team|office|division) head|resident|adopter|veterinarian|vet|keeper|mechanic|fleet manager|inspector|planner|sender|recipient)$/;
const SYSTEM =
  /(?:^|\s)(?:system|service|api|gateway|platform|application|app|bot|device|sensor|scheduler|job|worker process|backend|frontend|server|client application|integration|webhook|provider|terminal|scanner)$/;

/** Whether a singular phrase names a person or role. */
export function isPerson(phrase: string): boolean {
  return PERSON.test(phrase);
}

/** Whether a singular phrase names a technical actor. */
export function isTechnical(phrase: string): boolean {
  return SYSTEM.test(phrase);
}
