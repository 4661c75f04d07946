import type { Language } from "../../../connector"
import type { NewlyNeeded } from "../../../modules/marketplace/store/runs"

type Numbered = { one: string; other: string }
type Texts = { title: Numbered; blocked: Numbered; review: Numbered; open: string }

const texts: Record<Language, Texts> = {
  en: {
    title: { one: "1 order needs you", other: "{{count}} orders need you" },
    blocked: { one: "1 with a problem", other: "{{count}} with a problem" },
    review: { one: "1 to review", other: "{{count}} to review" },
    open: "Open Marketplaces > Marketplace orders.",
  },
  "pt-BR": {
    title: { one: "1 pedido precisa de você", other: "{{count}} pedidos precisam de você" },
    blocked: { one: "1 com problema", other: "{{count}} com problema" },
    review: { one: "1 para revisar", other: "{{count}} para revisar" },
    open: "Abra Marketplaces > Pedidos de marketplace.",
  },
  es: {
    title: { one: "1 pedido necesita su atención", other: "{{count}} pedidos necesitan su atención" },
    blocked: { one: "1 con un problema", other: "{{count}} con un problema" },
    review: { one: "1 por revisar", other: "{{count}} por revisar" },
    open: "Abra Marketplaces > Pedidos de marketplace.",
  },
}

const numbered = ({ one, other }: Numbered, count: number): string =>
  count === 1 ? one : other.replace("{{count}}", String(count))

/** What the bell says of orders that have come to need a person; undefined when there is none. */
export function needsPersonText(
  accountName: string,
  newly: NewlyNeeded,
  language: Language,
): { title: string; description: string } | undefined {
  const { title, blocked, review, open } = texts[language]
  const parts = [
    ...(newly.blocked ? [numbered(blocked, newly.blocked)] : []),
    ...(newly.review ? [numbered(review, newly.review)] : []),
  ]
  if (!parts.length) return undefined
  return {
    title: `${accountName}: ${numbered(title, newly.blocked + newly.review)}`,
    description: `${parts.join(", ")}. ${open}`,
  }
}
