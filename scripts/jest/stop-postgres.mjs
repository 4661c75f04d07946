export default async function stopPostgres() {
  const server = globalThis.__testPostgres
  globalThis.__testPostgres = undefined
  await server?.stop()
}
