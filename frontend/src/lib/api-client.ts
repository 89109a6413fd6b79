import type { Arguments, DataOf, PathOf, Sending } from "@/lib/api-operations";
import { loadConfig } from "@/lib/config";
import { noteServerTime } from "@/lib/server-clock";

export interface ErrorDetail {
  field?: string;
  code?: string;
  message?: string;
  /** What is true instead; the contract says which code has one, and of what type. */
  value?: number | string;
}

/** The API answered, and the answer is no. `code` is stable; `message` is for people. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: ErrorDetail[];
  readonly retryAfterMs: number | null;

  constructor(
    status: number,
    code: string,
    message: string,
    details: ErrorDetail[] = [],
    retryAfterMs: number | null = null,
  ) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.details = details;
    this.retryAfterMs = retryAfterMs;
  }
}

/** No answer arrived, so nobody knows whether the request did. */
export class NetworkError extends Error {
  constructor(cause: unknown) {
    super("No answer from the shop", { cause });
    this.name = "NetworkError";
  }
}

/** Whether asking again soon, unchanged, may succeed. Who has ordered too often is told so, and may wait a quarter of an hour. */
export function isTransient(error: unknown): boolean {
  if (error instanceof NetworkError) return true;
  if (error instanceof ApiError && error.code === "TOO_MANY_ORDERS") return false;
  return error instanceof ApiError && (error.status === 408 || error.status === 429 || error.status >= 500);
}

export interface Answer<T> {
  data: T;
  /** Of a list: where its next page starts, null on the last one. */
  nextCursor: string | null;
  /** Of one thing: its version, to be sent back as `ifMatch`. */
  etag: string | null;
}

/** The operations of docs/api/openapi.yaml, with the types that it gives them. */
export const api = {
  get: <P extends PathOf<"get">>(...[path, options]: Arguments<P, "get">) =>
    request<DataOf<P, "get">>("GET", path, options),
  post: <P extends PathOf<"post">>(...[path, options]: Arguments<P, "post">) =>
    request<DataOf<P, "post">>("POST", path, options),
  put: <P extends PathOf<"put">>(...[path, options]: Arguments<P, "put">) =>
    request<DataOf<P, "put">>("PUT", path, options),
  delete: <P extends PathOf<"delete">>(...[path, options]: Arguments<P, "delete">) =>
    request<DataOf<P, "delete">>("DELETE", path, options),
};

/** Who is signed in, as requests need it. */
export interface Identity {
  /** The ID token; null when nobody is signed in. */
  token: () => Promise<string | null>;
  /** Asked once when the API did not take the token: another one, or null when the customer is signed out. */
  renew: () => Promise<string | null>;
}

const NOBODY: Identity = { token: () => Promise.resolve(null), renew: () => Promise.resolve(null) };
let identity = NOBODY;

export function identifyBy(next: Identity | null): void {
  identity = next ?? NOBODY;
}

interface RequestOptions extends Sending {
  path?: unknown;
  query?: unknown;
  body?: unknown;
}

async function request<T>(method: string, path: string, options: RequestOptions = {}): Promise<Answer<T>> {
  const url = await urlOf(path, options);
  let response: Response;
  if (options.signedIn) {
    response = await send(method, url, options, await tokenOr401(identity.token));
    // 401 comes from in front of the function, so nothing was done: asking again is safe whatever the method is.
    if (response.status === 401) response = await send(method, url, options, await tokenOr401(identity.renew));
  } else {
    response = await send(method, url, options, null);
  }
  if (response.status === 204) return { data: undefined as T, nextCursor: null, etag: null };
  const answer = await readJson(response);
  noteServerTime(answer?.timestamp ?? response.headers.get("Date"));
  if (response.ok && answer?.success === true) {
    return { data: answer.data as T, nextCursor: answer.page?.nextCursor ?? null, etag: response.headers.get("ETag") };
  }
  throw new ApiError(
    // A page instead of JSON under a 2xx comes from something in between: no answer of the shop's own.
    response.ok ? 502 : response.status,
    answer?.error?.code ?? (response.status === 401 ? "UNAUTHENTICATED" : "UNEXPECTED_ANSWER"),
    answer?.error?.message ?? "The shop gave an unexpected answer.",
    answer?.error?.details ?? [],
    parseRetryAfter(response.headers.get("Retry-After"), Date.now()),
  );
}

async function tokenOr401(ask: () => Promise<string | null>): Promise<string> {
  const token = await ask();
  if (token === null) throw new ApiError(401, "UNAUTHENTICATED", "Please sign in.");
  return token;
}

async function urlOf(path: string, { path: values, query }: RequestOptions): Promise<URL> {
  const { apiBase } = await loadConfig();
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((values as Record<string, string>)[name])),
  );
  const url = new URL(apiBase + filled, window.location.origin);
  for (const [name, value] of Object.entries(
    (query ?? {}) as Record<string, string | number | boolean | null | undefined>,
  )) {
    if (value !== null && value !== undefined && value !== "") url.searchParams.set(name, String(value));
  }
  return url;
}

async function send(method: string, url: URL, options: RequestOptions, token: string | null): Promise<Response> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (options.body !== undefined) headers["Content-Type"] = "application/json";
  if (options.idempotencyKey) headers["Idempotency-Key"] = options.idempotencyKey;
  if (options.receiptToken) headers["X-Receipt-Token"] = options.receiptToken;
  if (options.cartToken) headers["X-Cart-Token"] = options.cartToken;
  if (options.addressToken) headers["X-Address-Token"] = options.addressToken;
  if (options.ifMatch) headers["If-Match"] = options.ifMatch;
  if (token) headers.Authorization = `Bearer ${token}`;
  try {
    return await fetch(url, {
      method,
      headers,
      body: options.body === undefined ? null : JSON.stringify(options.body),
      signal: options.signal ?? null,
    });
  } catch (cause) {
    if (
      options.signal?.aborted &&
      options.signal.reason instanceof Error &&
      options.signal.reason.name === "AbortError"
    ) {
      throw cause;
    }
    throw new NetworkError(cause);
  }
}

interface Envelope {
  success: boolean;
  data?: unknown;
  page?: { nextCursor?: string | null };
  error?: { code?: string; message?: string; details?: ErrorDetail[] };
  timestamp?: string;
}

async function readJson(response: Response): Promise<Envelope | null> {
  try {
    const value: unknown = await response.json();
    return typeof value === "object" && value !== null && "success" in value ? (value as Envelope) : null;
  } catch {
    return null;
  }
}

/** `Retry-After` in milliseconds: seconds or an HTTP date. */
export function parseRetryAfter(header: string | null, now: number): number | null {
  if (!header) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
