import { useEffect } from "react";
import { useLocation } from "react-router";
import { describePage, type PageMeta, titleOf } from "@/lib/page-meta";

interface PageTitleProps extends Omit<PageMeta, "title"> {
  children: string;
}

/** The page's title, and what else is told about it to who does not see it. */
export function PageTitle({ children, ...meta }: PageTitleProps) {
  const title = titleOf(children);
  const { pathname } = useLocation();
  const told = JSON.stringify({ title, pathname, ...meta });
  useEffect(() => describePage(JSON.parse(told) as PageMeta), [told]);
  return <title>{title}</title>;
}
