import { Component, type ReactNode } from "react";
import { TriangleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";

/** Where a page breaks (or its code cannot be fetched), the shopper gets a way on instead of an empty window. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <MessagePage
        icon={TriangleAlert}
        title="This page could not be shown"
        actions={
          <Button size="large" onClick={() => window.location.reload()}>
            Load it again
          </Button>
        }
      >
        <p>Orders you placed are safe, and one that was being sent goes on after loading.</p>
      </MessagePage>
    );
  }
}
