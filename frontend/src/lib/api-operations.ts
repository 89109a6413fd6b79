/** What the generated contract says of an operation, in the shapes that a caller of the client sees. */
import type { paths } from "@/lib/api-schema";

export type Method = "get" | "post" | "put" | "delete";
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never;
}[keyof paths];
type OperationOf<P extends keyof paths, M extends Method> = M extends keyof paths[P] ? paths[P][M] : never;

type Parameters<O, In extends string> = O extends { parameters: Record<In, infer T> } ? T : undefined;
type BodyOf<O> = O extends { requestBody?: infer R } ? JsonOf<NonNullable<R>> : undefined;
type JsonOf<T> = T extends { content: { "application/json": infer J } } ? J : undefined;
type Good<R> = keyof R & (200 | 201 | 202);
type AnswersOf<O> = O extends { responses: infer R } ? { [S in Good<R>]: JsonOf<R[S]> }[Good<R>] : never;

/** What an operation answers as `data`, by the contract; undefined where it answers 204. */
export type DataOf<P extends keyof paths, M extends Method> = [AnswersOf<OperationOf<P, M>>] extends [never]
  ? undefined
  : AnswersOf<OperationOf<P, M>> extends infer A
    ? A extends { data?: infer D }
      ? Exclude<D, undefined>
      : never
    : never;

export interface Sending {
  /** Names this attempt: sent again, it is done once. */
  idempotencyKey?: string;
  receiptToken?: string | undefined;
  cartToken?: string | undefined;
  /** Shows that the address of an order is the customer's own. */
  addressToken?: string | undefined;
  /** The `etag` that the change was made from. */
  ifMatch?: string;
  /** Goes with the signed-in customer's token, as the identity set by `identifyBy` has it. */
  signedIn?: boolean;
  signal?: AbortSignal | undefined;
}

type Needed<Name extends string, T> = undefined extends T ? { [N in Name]?: T } : { [N in Name]: T };

type OptionsOf<O> = Sending &
  Needed<"path", Parameters<O, "path">> & { query?: Query<Parameters<O, "query">> } & (O extends { requestBody: object }
    ? { body: BodyOf<O> }
    : { body?: BodyOf<O> });

type Query<T> = { [N in keyof NonNullable<T>]?: NonNullable<T>[N] | null | undefined };

/** An operation's options may be left out where nothing in them is required. */
export type Arguments<P extends keyof paths, M extends Method> =
  object extends OptionsOf<OperationOf<P, M>>
    ? [path: P, options?: OptionsOf<OperationOf<P, M>>]
    : [path: P, options: OptionsOf<OperationOf<P, M>>];
