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
  },
  reason: {
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
    "page token expired": {
      en: "the place where reading stopped has expired",
      "pt-BR": "o ponto em que a leitura parou expirou",
      es: "el punto en que se detuvo la lectura caducó",
    },
  },
}
