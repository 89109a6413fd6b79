/** The payment simulator's scripted cards. Without a token it takes the first. */
export const DEMO_CARDS = [
  { id: "approved", label: "Demo card", hint: "is accepted", token: undefined },
  { id: "declined", label: "Empty card", hint: "is declined", token: "tok_declined" },
] as const;

export type DemoCardId = (typeof DEMO_CARDS)[number]["id"];

export function tokenOf(cardId: DemoCardId): string | undefined {
  return DEMO_CARDS.find((card) => card.id === cardId)?.token;
}
