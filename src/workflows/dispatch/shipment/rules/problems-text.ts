import { describeProblem, type Language, type Problem } from "../../../../connector"

/** A shipment that a person has to look at. */
export type ToldProblem = { reference: string; problem: Problem }

type Texts = { title: { one: string; other: string }; orders: string; open: string }

const texts: Record<Language, Texts> = {
  en: {
    title: { one: "1 shipment was not confirmed", other: "{{count}} shipments were not confirmed" },
    orders: "Orders: {{orders}}.",
    open: "Open Marketplaces, the account, tab Shipping.",
  },
  "pt-BR": {
    title: { one: "1 envio não foi confirmado", other: "{{count}} envios não foram confirmados" },
    orders: "Pedidos: {{orders}}.",
    open: "Abra Marketplaces, a conta, aba Envio.",
  },
  es: {
    title: { one: "1 envío no se confirmó", other: "{{count}} envíos no se confirmaron" },
    orders: "Pedidos: {{orders}}.",
    open: "Abra Marketplaces, la cuenta, pestaña Envío.",
  },
}

/** Orders that a line names; of more it says that there are more. */
const NAMED = 5

/** The headline of what was not confirmed. */
export const problemsTitle = (accountName: string, count: number, language: Language): string => {
  const { one, other } = texts[language].title
  return `${accountName}: ${count === 1 ? one : other.replace("{{count}}", String(count))}`
}

/** What the bell says of shipments that have come to need a person; undefined when there is none. */
export function problemsText(
  accountName: string,
  told: ToldProblem[],
  language: Language,
): { title: string; description: string } | undefined {
  if (!told.length) return undefined
  const title = problemsTitle(accountName, told.length, language)
  const { orders, open } = texts[language]
  if (told.length === 1) {
    const { cause, wayOut } = describeProblem(told[0].problem, language)
    return { title, description: `${cause} ${wayOut}` }
  }
  const references = [...new Set(told.map(({ reference }) => reference))]
  const named = references.slice(0, NAMED).join(", ") + (references.length > NAMED ? " ..." : "")
  return { title, description: `${orders.replace("{{orders}}", named)} ${open}` }
}

const noEmail: Record<Language, { title: string; description: string }> = {
  en: {
    title: "no e-mails can be sent",
    description:
      "Shipments that were not confirmed cannot be told by e-mail: no e-mail service is connected to the store. Ask your developer to connect one, or empty the address in Marketplaces, the account, tab Shipping.",
  },
  "pt-BR": {
    title: "não é possível enviar e-mails",
    description:
      "Os envios não confirmados não podem ser comunicados por e-mail: nenhum serviço de e-mail está conectado à loja. Peça ao seu desenvolvedor que conecte um, ou apague o endereço em Marketplaces, a conta, aba Envio.",
  },
  es: {
    title: "no se pueden enviar correos",
    description:
      "Los envíos sin confirmar no se pueden comunicar por correo: ningún servicio de correo está conectado a la tienda. Pida a su desarrollador que conecte uno, o borre la dirección en Marketplaces, la cuenta, pestaña Envío.",
  },
}

/** What the bell says where an account wants e-mails and the store can send none. */
export function noEmailText(accountName: string, language: Language): { title: string; description: string } {
  const { title, description } = noEmail[language]
  return { title: `${accountName}: ${title}`, description }
}
