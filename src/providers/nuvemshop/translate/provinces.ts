/** Brazil's states: the platform tells their names, carriers and tax offices want their codes. */
const states: Record<string, string> = {
  acre: "AC",
  alagoas: "AL",
  amapa: "AP",
  amazonas: "AM",
  bahia: "BA",
  ceara: "CE",
  "distrito federal": "DF",
  "espirito santo": "ES",
  goias: "GO",
  maranhao: "MA",
  "mato grosso": "MT",
  "mato grosso do sul": "MS",
  "minas gerais": "MG",
  para: "PA",
  paraiba: "PB",
  parana: "PR",
  pernambuco: "PE",
  piaui: "PI",
  "rio de janeiro": "RJ",
  "rio grande do norte": "RN",
  "rio grande do sul": "RS",
  rondonia: "RO",
  roraima: "RR",
  "santa catarina": "SC",
  "sao paulo": "SP",
  sergipe: "SE",
  tocantins: "TO",
}

const codes = new Set(Object.values(states))

/** The code of a Brazilian state by its name, accents and capitals aside; other countries' provinces stay as they are. */
export function provinceOf(name: string | null, countryCode: string | null): string | null {
  if (name === null || countryCode !== "BR") return name
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim()
  const code = plain.toUpperCase()
  return codes.has(code) ? code : (states[plain.toLowerCase()] ?? name)
}
