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
    en: "To Amazon, once you switch it on: shipments made here, with carrier and tracking number, also in several parcels.",
    "pt-BR":
      "Para a Amazon, quando você ativar: envios feitos aqui, com transportadora e código de rastreio, também em vários pacotes.",
    es: "A Amazon, cuando lo active: envíos hechos aquí, con transportista y número de seguimiento, también en varios paquetes.",
  },
  {
    en: "To Amazon, once you switch it on: available stock of the listings that you ship yourself.",
    "pt-BR": "Para a Amazon, quando você ativar: estoque disponível dos anúncios que você mesmo envia.",
    es: "A Amazon, cuando lo active: inventario disponible de las publicaciones que usted mismo envía.",
  },
  {
    en: "Your listings, to find the product each one belongs to, and the stock that Amazon holds for you (FBA).",
    "pt-BR":
      "Seus anúncios, para encontrar o produto de cada um, e o estoque que a Amazon guarda para você (FBA).",
    es: "Sus publicaciones, para encontrar el producto de cada una, y el inventario que Amazon guarda para usted (FBA).",
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
    en: "Cancellations made in your store: cancel the order in Seller Central as well.",
    "pt-BR": "Cancelamentos feitos na sua loja: cancele o pedido também no Seller Central.",
    es: "Cancelaciones hechas en su tienda: cancele el pedido también en Seller Central.",
  },
  {
    en: "A buyer's request to cancel: look for it in Seller Central before you ship. Once the order is canceled there, it is brought.",
    "pt-BR":
      "O pedido de cancelamento feito pelo comprador: verifique no Seller Central antes de enviar. Quando o pedido é cancelado lá, isso é trazido.",
    es: "La solicitud de cancelación del comprador: revísela en Seller Central antes de enviar. Cuando el pedido se cancela allí, eso se trae.",
  },
  {
    en: "Stock of listings that Amazon ships (FBA): Amazon counts it itself.",
    "pt-BR": "Estoque dos anúncios que a Amazon envia (FBA): a própria Amazon faz a contagem.",
    es: "Inventario de las publicaciones que envía Amazon (FBA): lo cuenta la propia Amazon.",
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
