import { useSyncExternalStore } from "react";

/** A short message that belongs to no place on the page. */
export interface Toast {
  id: number;
  tone: "good" | "alert";
  text: string;
  action?: { label: string; onPress: () => void };
}

const MOST = 3;

let toasts: Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

export function showToast(toast: Omit<Toast, "id">): void {
  lastId += 1;
  replace([...toasts.filter(({ text }) => text !== toast.text), { ...toast, id: lastId }].slice(-MOST));
}

export function dropToast(id: number): void {
  replace(toasts.filter((toast) => toast.id !== id));
}

export function useToasts(): Toast[] {
  return useSyncExternalStore(subscribe, () => toasts);
}

function replace(next: Toast[]): void {
  toasts = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
