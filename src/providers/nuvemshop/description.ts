import type { ConnectorDescription, CredentialField, LocalizedText } from "../../connector"
import { credentialsSchema } from "./credentials"
import { limits } from "./limits"

const credentialFields: CredentialField[] = [
  {
    name: "store_id",
    label: { en: "Store number", "pt-BR": "Número da loja", es: "Número de la tienda" },
    help: {
      en: "The number of your store at the platform, digits only. Only needed when you connect without the consent page.",
      "pt-BR":
        "O número da sua loja na plataforma, só dígitos. Só é necessário para conectar sem a página de autorização.",
      es: "El número de su tienda en la plataforma, solo dígitos. Solo hace falta para conectar sin la página de autorización.",
    },
    secret: false,
  },
  {
    name: "access_token",
    label: { en: "Access token", "pt-BR": "Token de acesso", es: "Token de acceso" },
    help: {
      en: "The token that your application received for this store. It does not expire, and ends when the application is uninstalled.",
      "pt-BR":
        "O token que o seu aplicativo recebeu para esta loja. Ele não expira e termina quando o aplicativo é desinstalado.",
      es: "El token que su aplicación recibió para esta tienda. No caduca y termina cuando se desinstala la aplicación.",
    },
    secret: true,
  },
]

const brings: LocalizedText[] = [
  {
    en: "Paid orders from the moment you activate the account. Unpaid ones are shown as waiting.",
    "pt-BR":
      "Vendas pagas a partir do momento em que você ativa a conta. As não pagas aparecem como aguardando.",
    es: "Pedidos pagados desde que activa la cuenta. Los no pagados se muestran en espera.",
  },
  {
    en: "Products, prices, quantities, discounts and shipping, to the cent, with the payment method and its instalments.",
    "pt-BR":
      "Produtos, preços, quantidades, descontos e frete, centavo por centavo, com a forma de pagamento e as parcelas.",
    es: "Productos, precios, cantidades, descuentos y envío, al centavo, con la forma de pago y sus cuotas.",
  },
  {
    en: "The customer with CPF or CNPJ, phone numbers and addresses.",
    "pt-BR": "O cliente com CPF ou CNPJ, telefones e endereços.",
    es: "El cliente con su documento, teléfonos y direcciones.",
  },
  {
    en: "Your products, to find the product of your store that each one is, and your stock locations.",
    "pt-BR":
      "Seus produtos, para encontrar o produto da sua loja que cada um é, e seus centros de distribuição.",
    es: "Sus productos, para encontrar el producto de su tienda que es cada uno, y sus centros de distribución.",
  },
  {
    en: "To the platform, once you switch it on: shipments made here with their tracking codes, also in several parcels.",
    "pt-BR":
      "Para a plataforma, quando você ativar: envios feitos aqui com o código de rastreio, também em vários pacotes.",
    es: "A la plataforma, cuando lo active: envíos hechos aquí con su código de seguimiento, también en varios paquetes.",
  },
  {
    en: "To the platform, once you switch it on: available stock, location by location if you say which is which.",
    "pt-BR":
      "Para a plataforma, quando você ativar: estoque disponível, local por local se você disser qual é qual.",
    es: "A la plataforma, cuando lo active: inventario disponible, lugar por lugar si indica cuál es cuál.",
  },
  {
    en: "Later changes: payments, cancellations, full refunds and shipments made at the platform.",
    "pt-BR":
      "Alterações posteriores: pagamentos, cancelamentos, reembolsos totais e envios feitos na plataforma.",
    es: "Cambios posteriores: pagos, cancelaciones, reembolsos totales y envíos hechos en la plataforma.",
  },
]

const doesNotBring: LocalizedText[] = [
  {
    en: "Abandoned carts and draft orders.",
    "pt-BR": "Carrinhos abandonados e pedidos em rascunho.",
    es: "Carritos abandonados y pedidos en borrador.",
  },
  {
    en: "The amount of a partial refund: the platform does not state it in its orders. The order stays as it was.",
    "pt-BR":
      "O valor de um reembolso parcial: a plataforma não o informa no pedido. O pedido fica como estava.",
    es: "El importe de un reembolso parcial: la plataforma no lo indica en el pedido. El pedido queda como estaba.",
  },
  {
    en: "Cancellations made in your store: cancel the order at the platform as well.",
    "pt-BR": "Cancelamentos feitos na sua loja: cancele o pedido também na plataforma.",
    es: "Cancelaciones hechas en su tienda: cancele el pedido también en la plataforma.",
  },
  {
    en: "Prices, product texts and pictures: they stay as they are on both sides.",
    "pt-BR": "Preços, textos e fotos dos produtos: ficam como estão nos dois lados.",
    es: "Precios, textos y fotos de los productos: quedan como están en ambos lados.",
  },
  {
    en: "Invoices.",
    "pt-BR": "Notas fiscais.",
    es: "Facturas.",
  },
]

/** What the screens show about the platform and how its credentials are typed in. */
export const description: ConnectorDescription = {
  name: "Nuvemshop",
  orderPrefix: "NS",
  credentials: credentialsSchema,
  credentialFields,
  authorizationChoices: [],
  limits,
  defaultSettings: {
    review_first: true,
    customer_rule: "name_and_document",
    product_match: "sku_barcode_title",
  },
  brings,
  doesNotBring,
}
