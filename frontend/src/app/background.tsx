import { SessionKeeper } from "@/app/session-keeper";
import { OfflineBanner } from "@/components/ui/offline-banner";

/** What goes on behind every page; nobody waits for its code. */
export function Background() {
  return (
    <>
      <SessionKeeper />
      <OfflineBanner />
    </>
  );
}
