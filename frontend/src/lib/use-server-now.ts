import { useEffect, useState } from "react";
import { serverNow } from "@/lib/server-clock";

/** A timer's longest wait; what is further off is looked at again then. */
const LONGEST_MS = 2_000_000_000;

/** The shop's time in milliseconds, renewed at every full second of it. */
export function useServerNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const time = serverNow();
      setNow(time);
      timer = setTimeout(tick, 1000 - (time % 1000));
    };
    tick();
    return () => clearTimeout(timer);
  }, []);
  return now;
}

/** Whether the shop's clock has passed `at` (ISO 8601); turns true by itself at that moment, not a second later. */
export function useHasPassed(at: string | null): boolean {
  const moment = at === null ? Infinity : Date.parse(at);
  const [passedMoment, setPassedMoment] = useState<number | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const left = moment - serverNow();
      if (left <= 0) setPassedMoment(moment);
      else if (left < Infinity) timer = setTimeout(look, Math.min(left, LONGEST_MS));
    };
    look();
    return () => clearTimeout(timer);
  }, [moment]);
  return passedMoment === moment;
}
