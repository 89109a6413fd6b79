import { Route, Routes } from "react-router";
import { NotFoundRoute } from "@/app/routes/not-found-route";

export function AdminRoutes() {
  return (
    <Routes>
      <Route path="*" element={<NotFoundRoute />} />
    </Routes>
  );
}
