import { HttpResponse, type JsonBodyType } from "msw";
import type { ErrorDetail } from "@/lib/api-client";

const NOW = "2026-01-01T00:00:00Z";

export function success(data: JsonBodyType, init?: { status?: number; headers?: Record<string, string> }) {
  return HttpResponse.json({ success: true, message: "", data, timestamp: NOW }, init);
}

export function page(data: JsonBodyType[], nextCursor: string | null = null) {
  return HttpResponse.json({ success: true, message: "", data, page: { nextCursor }, timestamp: NOW });
}

export function refusal(
  status: number,
  code: string,
  message = code,
  headers: Record<string, string> = {},
  details: ErrorDetail[] = [],
) {
  const body = { success: false, error: { code, message, details }, timestamp: NOW };
  return HttpResponse.json(body, { status, headers });
}
