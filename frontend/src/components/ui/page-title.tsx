export function PageTitle({ children }: { children: string }) {
  return <title>{`${children} · Stampede`}</title>;
}
