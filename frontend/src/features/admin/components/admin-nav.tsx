import { NavLink } from "react-router";

const PLACES = [
  { to: "/admin/orders", label: "Orders" },
  { to: "/admin/reviews", label: "Fraud review" },
  { to: "/admin/products", label: "Products" },
  { to: "/admin/sales", label: "Sales" },
];

export function AdminNav() {
  return (
    <nav aria-label="Staff" className="-mx-4 mb-6 overflow-x-auto px-4 py-1 [scrollbar-width:none]">
      <ul className="flex gap-2">
        {PLACES.map(({ to, label }) => (
          <li key={to}>
            <NavLink
              to={to}
              className="inline-flex min-h-10 items-center rounded-full border border-slate-300 bg-white px-4 text-sm font-medium whitespace-nowrap text-slate-700 transition hover:border-slate-400 aria-[current]:border-slate-900 aria-[current]:bg-slate-900 aria-[current]:text-white"
            >
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
