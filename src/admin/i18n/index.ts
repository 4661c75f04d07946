import * as en from "./en/areas"
import * as es from "./es/areas"
import * as ptBR from "./pt-br/areas"

/** The screens' texts; the dashboard adds them to its own under the namespace "marketplaces". */
export default {
  en: { marketplaces: { ...en } },
  ptBR: { marketplaces: { ...ptBR } },
  es: { marketplaces: { ...es } },
}
