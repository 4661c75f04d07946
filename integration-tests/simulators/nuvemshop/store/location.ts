/** A place the store keeps stock at. */
export interface Location {
  /** ULID. */
  id: string
  name: Record<string, string>
  address: LocationAddress
  isDefault: boolean
  /** 0 comes first. */
  priority: number
  createdAt: number
  updatedAt: number
}

export interface LocationAddress {
  zipcode: string
  street: string
  number: string
  floor: string
  locality: string
  city: string
  reference: string
  between_streets: string
  province: { code: string; name: string }
  region: string
  country: string
  verified_at: string | null
}

export interface LocationOptions {
  /** @default a ULID */
  id?: string
  name: string
  city?: string
  /** Code and name. @default SP, São Paulo */
  province?: { code: string; name: string }
}

export function locationAddress(given: Partial<LocationAddress> = {}): LocationAddress {
  return {
    zipcode: "01310100",
    street: "Avenida Paulista",
    number: "1000",
    floor: "",
    locality: "Bela Vista",
    city: "São Paulo",
    reference: "",
    between_streets: "",
    province: { code: "SP", name: "São Paulo" },
    region: "",
    country: "BR",
    verified_at: null,
    ...given,
  }
}

export function locationView(location: Location): Record<string, unknown> {
  const { id, name, address, isDefault, priority } = location
  return { id, name, address, is_default: isDefault, priority }
}
