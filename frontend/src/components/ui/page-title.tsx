import { useEffect } from "react";
import { useLocation } from "react-router";
import { loadCode } from "@/lib/load-code";
import type { PageMeta } from "@/lib/page-meta";

interface PageTitleProps extends Omit<PageMeta, "title"> {
  children: string;
}

/** The page's title, and what else is told about it to who does not see it. */
export function PageTitle({ children, ...meta }: PageTitleProps) {
  const title = `${children} · Stampede`;
  const { pathname } = useLocation();
  const told = JSON.stringify({ title, pathname, ...meta });
  useEffect(() => {
    // After the page itself: nobody who looks at it waits for this. One after the other, so the newest page counts.
    void loadCode(() => import("@/lib/page-meta")).then(({ describePage }) =>
      describePage(JSON.parse(told) as PageMeta),
    );
  }, [told]);
  return <title>{title}</title>;
}
