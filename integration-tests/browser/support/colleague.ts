import { randomBytes } from "node:crypto"
import type { Host } from "./use-host"

/** Somebody else of the store's team, by an invitation that was accepted. */
export async function addColleague({ api, url }: Host): Promise<{ id: string; name: string }> {
  const random = randomBytes(3).toString("hex")
  const person = { email: `bia-${random}@example.com`, first_name: "Bia", last_name: `Lima ${random}` }
  const { invite } = await api.post("/admin/invites", { email: person.email })
  const { token } = await api.post("/auth/user/emailpass/register", {
    email: person.email,
    password: `colleague-${random}`,
  })
  const answer = await fetch(`${url}/admin/invites/accept?token=${invite.token}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(person),
  })
  if (!answer.ok) throw new Error(`The invitation was refused: ${answer.status} ${await answer.text()}`)
  const { user } = await answer.json()
  return { id: user.id, name: `${person.first_name} ${person.last_name}` }
}
