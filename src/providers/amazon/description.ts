import type { ConnectorDescription, CredentialField, Language, LocalizedText } from "../../connector"
import { credentialsSchema } from "./credentials"
import { limits } from "./limits"
import { marketplaceOf, marketplaces, regionFacts, regions } from "./marketplaces"

const credentialFields: CredentialField[] = [
  {
    name: "region",
    label: { en: "Region", "pt-BR": "Região", es: "Región" },
    help: {
      en: "The Amazon region in which you sell. Each region is a connection of its own.",
      "pt-BR": "A região da Amazon em que você vende. Cada região é uma conexão própria.",
      es: "La región de Amazon en la que vende. Cada región es una conexión propia.",
    },
    secret: false,
    options: regions.map((region) => ({ value: region, label: regionFacts[region].name })),
  },
  {
    name: "selling_partner_id",
    label: { en: "Seller id", "pt-BR": "ID do vendedor", es: "ID de vendedor" },
    help: {
      en: "In Seller Central under Settings, Account Info, Your Merchant Token.",
      "pt-BR": "No Seller Central, em Configurações, Informações da conta, Seu token de vendedor.",
      es: "En Seller Central, en Configuración, Información de la cuenta, Tu identificador de vendedor.",
    },
    secret: false,
  },
  {
    name: "refresh_token",
    label: { en: "Refresh token", "pt-BR": "Token de atualização", es: "Token de actualización" },
    help: {
      en: "Shown once when you press Authorize for your own application in Seller Central. Begins with Atzr|.",
      "pt-BR":
        "Aparece uma única vez ao autorizar o seu próprio aplicativo no Seller Central. Começa com Atzr|.",
      es: "Se muestra una sola vez al autorizar su propia aplicación en Seller Central. Empieza por Atzr|.",
    },
    secret: true,
  },
]

/** A country in the reader's language. */
function countryName(country: string): LocalizedText {
  const nameIn = (language: Language) =>
    new Intl.DisplayNames([language], { type: "region" }).of(country) ?? country
  return { en: nameIn("en"), "pt-BR": nameIn("pt-BR"), es: nameIn("es") }
}

const authorizationChoices: CredentialField[] = [
  {
    name: "marketplace",
    label: { en: "Country", "pt-BR": "País", es: "País" },
    help: {
      en: "A country in which you sell. It leads to the right Seller Central; the whole region is connected with it.",
      "pt-BR":
        "Um país em que você vende. Ele leva ao Seller Central certo; toda a região é conectada junto.",
      es: "Un país en el que vende. Lleva al Seller Central correcto; con él se conecta toda la región.",
    },
    secret: false,
    options: marketplaces.map(({ id, country }) => ({ value: id, label: countryName(country) })),
  },
]

const brings: LocalizedText[] = [
  {
    en: "Orders shipped by you and orders shipped by Amazon (FBA), from every marketplace of the region.",
    "pt-BR":
      "Pedidos enviados por você e pedidos enviados pela Amazon (FBA), de todos os marketplaces da região.",
    es: "Pedidos enviados por usted y pedidos enviados por Amazon (FBA), de todos los marketplaces de la región.",
  },
  {
    en: "Amounts as Amazon states them: products, shipping, gift wrap, discounts, taxes and delivery tips.",
    "pt-BR":
      "Valores como a Amazon os informa: produtos, frete, embrulho, descontos, impostos e gorjetas de entrega.",
    es: "Importes tal como los indica Amazon: productos, envío, envoltorio, descuentos, impuestos y propinas de entrega.",
  },
  {
    en: "Buyer, address and tax document, as far as your application's roles allow it.",
    "pt-BR": "Comprador, endereço e documento fiscal, até onde as funções do seu aplicativo permitem.",
    es: "Comprador, dirección y documento fiscal, hasta donde lo permitan los roles de su aplicación.",
  },
  {
    en: "Later changes of an order, and shipments confirmed at Amazon.",
    "pt-BR": "Alterações posteriores de um pedido e envios confirmados na Amazon.",
    es: "Cambios posteriores de un pedido y envíos confirmados en Amazon.",
  },
]

const doesNotBring: LocalizedText[] = [
  {
    en: "Orders placed in other stores that Amazon only ships (multi-channel fulfillment).",
    "pt-BR": "Pedidos feitos em outras lojas que a Amazon apenas envia (logística multicanal).",
    es: "Pedidos hechos en otras tiendas que Amazon solo envía (logística multicanal).",
  },
  {
    en: "Returns and refunds: Amazon does not state them in its orders.",
    "pt-BR": "Devoluções e reembolsos: a Amazon não os informa nos pedidos.",
    es: "Devoluciones y reembolsos: Amazon no los indica en los pedidos.",
  },
  {
    en: "Real e-mail addresses of buyers: Amazon gives a relay address.",
    "pt-BR": "Endereços de e-mail reais dos compradores: a Amazon fornece um endereço intermediário.",
    es: "Direcciones de correo reales de los compradores: Amazon da una dirección intermediaria.",
  },
]

/** What the screens show about Amazon and how its credentials are typed in. */
export const description: ConnectorDescription = {
  name: "Amazon",
  orderPrefix: "AMZ",
  credentials: credentialsSchema,
  credentialFields,
  authorizationChoices,
  limits,
  // "Amazon Services API Data Protection Policy": personal data no longer than 30 days after delivery.
  personalDataDays: 30,
  brings,
  doesNotBring,
  orderUrl(reference, marketplace) {
    const host = marketplaceOf(marketplace)?.sellerCentralHost
    return host && `https://${host}/orders-v3/order/${encodeURIComponent(reference)}`
  },
}
