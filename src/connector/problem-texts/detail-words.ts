type Words = { en: string; "pt-BR": string; es: string }

/**
 * Words for the details that are codes of ours, by the detail's name and its value. What is not here, such as a SKU or an
 * answer of the platform, is shown as it is.
 */
export const detailWords: Record<string, Record<string, Words>> = {
  missing: {
    name: { en: "name", "pt-BR": "nome", es: "nombre" },
    line1: { en: "street", "pt-BR": "rua", es: "calle" },
    postalCode: { en: "postal code", "pt-BR": "CEP", es: "código postal" },
  },
  what: {
    lines_or_total: {
      en: "its lines or its total",
      "pt-BR": "os itens ou o total",
      es: "las líneas o el total",
    },
    refund: {
      en: "what was refunded of it",
      "pt-BR": "o valor reembolsado",
      es: "el importe reembolsado",
    },
  },
  kind: {
    cpf: { en: "CPF", "pt-BR": "CPF", es: "CPF" },
    cnpj: { en: "CNPJ", "pt-BR": "CNPJ", es: "CNPJ" },
  },
  suggestion: {
    none_near: { en: "none is similar", "pt-BR": "nenhum é parecido", es: "ninguno se parece" },
  },
  reason: {
    order_canceled: {
      en: "the order was canceled at the platform",
      "pt-BR": "o pedido foi cancelado na plataforma",
      es: "el pedido se canceló en la plataforma",
    },
    units_changed: {
      en: "the quantities of the order were changed after the import",
      "pt-BR": "as quantidades do pedido foram alteradas depois da importação",
      es: "las cantidades del pedido cambiaron después de la importación",
    },
    body_unreadable: {
      en: "what was noted of the parcel can no longer be opened",
      "pt-BR": "o que foi anotado sobre o pacote não pode mais ser aberto",
      es: "lo que se anotó del paquete ya no se puede abrir",
    },
    "sending interrupted": {
      en: "sending was interrupted",
      "pt-BR": "o envio foi interrompido",
      es: "el envío se interrumpió",
    },
    contract_broken: {
      en: "the answer could not be understood",
      "pt-BR": "não foi possível entender a resposta",
      es: "no se pudo entender la respuesta",
    },
    unknown: {
      en: "the reason is not known",
      "pt-BR": "o motivo não é conhecido",
      es: "no se conoce el motivo",
    },
    interrupted: {
      en: "the import was interrupted",
      "pt-BR": "a importação foi interrompida",
      es: "la importación se interrumpió",
    },
    "account removed": {
      en: "the account was removed",
      "pt-BR": "a conta foi removida",
      es: "la cuenta se eliminó",
    },
    "sku unknown": {
      en: "unknown SKU",
      "pt-BR": "SKU desconhecido",
      es: "SKU desconocido",
    },
    "no marketplace enabled": {
      en: "no marketplace of the account is switched on",
      "pt-BR": "nenhum marketplace da conta está ativado",
      es: "ningún marketplace de la cuenta está activado",
    },
    "no answers before": {
      en: "there was no usable answer to what was sent before",
      "pt-BR": "não houve resposta utilizável ao que foi enviado antes",
      es: "no hubo respuesta utilizable a lo que se envió antes",
    },
    "page token expired": {
      en: "the place where reading stopped has expired",
      "pt-BR": "o ponto em que a leitura parou expirou",
      es: "el punto en que se detuvo la lectura caducó",
    },
  },
}
