import { expect, inject } from "vitest";

interface Row {
  path: string;
  text: string;
}

/** The text of a mail to one address whose subject is as given, once it has come. */
export async function mailTo(address: string, subject: RegExp): Promise<string> {
  let found: Row | undefined;
  await expect
    .poll(
      async () => {
        found = (await rows()).find(({ text }) => text.includes(address) && subject.test(text));
        return found !== undefined;
      },
      { timeout: 90_000, interval: 500, message: `a mail to ${address}: ${subject}` },
    )
    .toBe(true);
  return plain(await read(found?.path ?? ""));
}

async function rows(): Promise<Row[]> {
  const page = await read("/_local/mail");
  return [...page.matchAll(/<tr><td>.*?<\/tr>/gs)].map(([row]) => ({
    path: /href="([^"]+)"/.exec(row)?.[1] ?? "",
    text: plain(row),
  }));
}

async function read(path: string): Promise<string> {
  return (await fetch(inject("site") + path)).text();
}

function plain(html: string): string {
  return html.replace(/<[^>]+>/g, " ");
}
