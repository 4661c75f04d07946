/** Codes by which a consent is refused here, whatever the platform said. */
export const AuthorizationRefusals = {
  /** Not begun by this admin, completed already, or too late. */
  EXPIRED: "authorization_expired",
  /** Given by another seller than the one whose account is authorized again. */
  OTHER_SELLER: "other_seller",
} as const
