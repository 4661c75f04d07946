/** Hands a file to the browser, as a click on a link to it would. */
export function saveFile(file: File): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement("a")
  link.href = address
  link.download = file.name
  link.click()
  URL.revokeObjectURL(address)
}
