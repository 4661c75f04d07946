/*
 * The platform keeps one tracking code for a fulfilment order and no packages. Packages that are not a whole order are therefore
 * noted as tracking events, in words that the buyer may read and that we can read back: "Pacote 2 (1 de 3): BR123456789BR".
 */

/** A package as it is noted. */
export type PackageNote = {
  packageNumber: number
  /** Pieces of the fulfilment order in this package. */
  pieces: number
  /** Pieces of the whole fulfilment order. */
  of: number
  /** Empty where there is none. */
  trackingNumber: string
}

const words = {
  pt: { name: "Pacote", of: "de" },
  es: { name: "Paquete", of: "de" },
  en: { name: "Package", of: "of" },
}

const NOTE = /^(?:Pacote|Paquete|Package) (\d{1,9}) \((\d{1,9}) (?:de|of) (\d{1,9})\)(?:: (\S.{0,199}))?$/

/** The note in the store's language. */
export function noteText(note: PackageNote, language: string | null): string {
  const { name, of } = words[languageOf(language)]
  const head = `${name} ${note.packageNumber} (${note.pieces} ${of} ${note.of})`
  return note.trackingNumber === "" ? head : `${head}: ${note.trackingNumber}`
}

/** What a tracking event notes of a package; null when it is somebody else's. */
export function noteOf(description: string | null | undefined): PackageNote | null {
  const parts = NOTE.exec(description?.trim() ?? "")
  if (!parts) return null
  const [, packageNumber, pieces, of, trackingNumber] = parts
  return {
    packageNumber: Number(packageNumber),
    pieces: Number(pieces),
    of: Number(of),
    trackingNumber: trackingNumber ?? "",
  }
}

function languageOf(language: string | null): keyof typeof words {
  const short = language?.slice(0, 2).toLowerCase()
  return short === "pt" || short === "es" ? short : "en"
}
