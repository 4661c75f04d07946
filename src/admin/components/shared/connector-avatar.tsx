import { Avatar } from "@medusajs/ui"

/** Stands for a platform; connectors have no pictures, so it is the first letter of the platform's name. */
export function ConnectorAvatar({ name }: { name: string }) {
  return <Avatar variant="squared" size="small" fallback={name.slice(0, 1).toUpperCase()} aria-hidden />
}
