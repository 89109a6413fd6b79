import { useNow } from "@/lib/use-now";

/** When the page asks again. Not spoken: a live region says that it is being tried, and a number each second is noise. */
export function RetryCountdown({ until }: { until: number }) {
  const now = useNow(250);
  const seconds = Math.max(1, Math.ceil((until - now) / 1000));
  return (
    <p aria-hidden className="rounded-full bg-slate-100 px-4 py-1.5 text-sm font-medium text-slate-700 tabular-nums">
      Next try in {seconds} s
    </p>
  );
}
