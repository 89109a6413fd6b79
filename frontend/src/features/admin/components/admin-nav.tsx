import { NavLink } from "react-router";

const PLACES = [
  { to: "/admin/orders", label: "Orders" },
  { to: "/admin/reviews", label: "Fraud review" },
  { to: "/admin/products", label: "Products" },
  { to: "/admin/sales", label: "Sales" },
];

export function AdminNav() {
  return (
    <nav aria-label="Staff" className="mb-6 py-1">
      <ul className="flex flex-wrap gap-1.5 sm:gap-2">
        {PLACES.map(({ to, label }) => (
          <li key={to}>
            <NavLink
              to={to}
              className="inline-flex min-h-10 items-center rounded-full border border-slate-300 bg-white px-2 text-sm font-medium whitespace-nowrap text-slate-700 transition sm:px-4 hover:border-slate-400 aria-[current]:border-slate-900 aria-[current]:bg-slate-900 aria-[current]:text-white"
            >
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
