const SITE = "Stampede";
const DESCRIPTION =
  "Graphics cards, laptops, audio, displays and peripherals at flash-sale prices, with stock counts that are real.";
const PICTURE = "/favicon.svg";

/** Pages that are somebody's own. */
const PRIVATE = /^\/(account|admin|cart|checkout|find-order|orders)(\/|$)/;

export interface PageMeta {
  title: string;
  description?: string | undefined;
  /** Under which address the page is known, whatever filters it was opened with. */
  path?: string | undefined;
  image?: string | undefined;
  /** Whether search engines may list it, where it is not somebody's own anyway. */
  listed?: boolean | undefined;
  /** What the page is about, in the words of schema.org. */
  about?: Record<string, unknown> | undefined;
}

/** What search engines and link previews read of the page that is shown. */
export function describePage({
  title,
  description = DESCRIPTION,
  path,
  image = PICTURE,
  listed = true,
  about,
}: PageMeta): void {
  const { origin, pathname } = window.location;
  // One page, one address: the shop answers with and without the slash at the end.
  const url = origin + (path ?? (pathname.replace(/\/+$/, "") || "/"));
  meta("name", "description", description);
  meta("name", "robots", listed && !PRIVATE.test(pathname) ? "index, follow" : "noindex");
  meta("property", "og:site_name", SITE);
  meta("property", "og:type", about?.["@type"] === "Product" ? "product" : "website");
  meta("property", "og:title", title);
  meta("property", "og:description", description);
  meta("property", "og:url", url);
  meta("property", "og:image", new URL(image, origin).href);
  element("link[rel=canonical]", () => make("link", { rel: "canonical" })).setAttribute("href", url);
  tellAbout(about);
}

function meta(by: "name" | "property", name: string, content: string): void {
  element(`meta[${by}="${name}"]`, () => make("meta", { [by]: name })).setAttribute("content", content);
}

/** No script that runs, so the page's policy allows it. */
function tellAbout(about: Record<string, unknown> | undefined): void {
  const selector = 'script[type="application/ld+json"]';
  if (!about) document.head.querySelector(selector)?.remove();
  else {
    element(selector, () => make("script", { type: "application/ld+json" })).textContent = JSON.stringify({
      "@context": "https://schema.org",
      ...about,
    });
  }
}

function element(selector: string, create: () => Element): Element {
  const found = document.head.querySelector(selector);
  if (found) return found;
  const created = create();
  document.head.append(created);
  return created;
}

function make(tag: string, attributes: Record<string, string>): Element {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  return created;
}
