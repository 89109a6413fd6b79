import { rereadSession, SESSION_KEY } from "@/lib/session";

// Another tab signed in or out, or the storage was cleared.
window.addEventListener("storage", (event) => {
  if (event.key === SESSION_KEY || event.key === null) rereadSession();
});
