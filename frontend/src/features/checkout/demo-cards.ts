/** The payment simulator's scripted cards. Without a token it takes the first. */
export const DEMO_CARDS = [
  { id: "approved", label: "Demo card", hint: "is accepted", token: undefined },
  { id: "declined", label: "Empty card", hint: "is declined", token: "tok_declined" },
  { id: "slow", label: "Slow bank", hint: "answers after 6 s", token: "tok_slow_6s" },
  { id: "late", label: "Lost answer", hint: "charges once all the same", token: "tok_timeout_then_ok" },
  { id: "fraud", label: "Stolen card", hint: "is stopped by our checks", token: "tok_fraud" },
  { id: "broken", label: "Broken bank", hint: "never answers well", token: "tok_error_500" },
] as const;

export type DemoCardId = (typeof DEMO_CARDS)[number]["id"];

export function tokenOf(cardId: DemoCardId): string | undefined {
  return DEMO_CARDS.find((card) => card.id === cardId)?.token;
}

export function cardOf(token: string | undefined): DemoCardId {
  return DEMO_CARDS.find((card) => card.token === token)?.id ?? "approved";
}
