import { Compass } from "lucide-react";
import { Link } from "react-router";
import { buttonClass } from "@/components/ui/button-class";
import { MessagePage } from "@/components/ui/message-page";
import { PageTitle } from "@/components/ui/page-title";

export function NotFoundRoute() {
  return (
    <MessagePage
      icon={Compass}
      title="There is no such page"
      actions={
        <Link to="/" className={buttonClass({ size: "large" })}>
          Go to the shop
        </Link>
      }
    >
      <PageTitle listed={false}>Page not found</PageTitle>
      <p>The address may be mistyped, or the page has moved.</p>
    </MessagePage>
  );
}
