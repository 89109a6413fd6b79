import { loadConfig } from "@/lib/config";

export interface ErrorDetail {
  field?: string;
  code?: string;
  message?: string;
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

/** Whether asking again, unchanged, may succeed. */
export function isTransient(error: unknown): boolean {
  if (error instanceof NetworkError) return true;
  return error instanceof ApiError && (error.status === 408 || error.status === 429 || error.status >= 500);
}

export interface Answer<T> {
  data: T;
  nextCursor: string | null;
}

interface RequestOptions {
  method?: "GET" | "POST";
  query?: Record<string, string | null | undefined>;
  headers?: Record<string, string>;
  body?: unknown;
  signal?: AbortSignal;
}

export async function request<T>(path: string, options: RequestOptions = {}): Promise<Answer<T>> {
  const { apiBase } = await loadConfig();
  const url = new URL(apiBase + path, window.location.origin);
  for (const [name, value] of Object.entries(options.query ?? {})) {
    if (value) url.searchParams.set(name, value);
  }
  const response = await send(url, options);
  const answer = await readJson(response);
  if (response.ok && answer?.success === true) {
    return { data: answer.data as T, nextCursor: answer.page?.nextCursor ?? null };
  }
  throw new ApiError(
    // A page instead of JSON under a 2xx comes from something in between: no answer of the shop's own.
    response.ok ? 502 : response.status,
    answer?.error?.code ?? "UNEXPECTED_ANSWER",
    answer?.error?.message ?? "The shop gave an unexpected answer.",
    answer?.error?.details ?? [],
    parseRetryAfter(response.headers.get("Retry-After"), Date.now()),
  );
}

async function send(url: URL, options: RequestOptions): Promise<Response> {
  const json: Record<string, string> = options.body === undefined ? {} : { "Content-Type": "application/json" };
  try {
    return await fetch(url, {
      method: options.method ?? "GET",
      headers: { Accept: "application/json", ...json, ...options.headers },
      body: options.body === undefined ? null : JSON.stringify(options.body),
      signal: options.signal ?? null,
    });
  } catch (cause) {
    if (options.signal?.aborted && options.signal.reason instanceof Error && options.signal.reason.name === "AbortError") {
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
