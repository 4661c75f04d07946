import type { ExplanationTexts } from "../texts"

export const es: ExplanationTexts = {
  noInstant: "sin programar",
  ignored: {
    sentence: "El pedido {{reference}} queda fuera.",
    wayOut: "Reinténtalo para importarlo de todos modos.",
  },
  ignored_before_activation: {
    sentence:
      "El pedido {{reference}} queda fuera: se hizo antes del {{activated_at}}, desde cuando importa esta cuenta.",
    wayOut: "Reinténtalo para importar solo este pedido, o importa su periodo a mano.",
  },
  ignored_marketplace_disabled: {
    sentence:
      "El pedido {{reference}} queda fuera: su marketplace {{marketplace}} está desactivado en esta cuenta.",
    wayOut: "Activa el marketplace en la conexión de la cuenta, o reintenta solo este pedido.",
  },
  ignored_foreign_channel: {
    sentence: "El pedido {{reference}} queda fuera: se hizo en otra tienda y la plataforma solo lo envía.",
    wayOut: "No hay nada que hacer aquí: el pedido pertenece a la tienda en que se hizo.",
  },
  ignored_unfulfillable: {
    sentence: "El pedido {{reference}} queda fuera: la plataforma indica que no se puede preparar.",
    wayOut: "Consulta el pedido en la plataforma. Si cambia allí, se decide de nuevo por sí solo.",
  },
  ignored_shipped_elsewhere: {
    sentence: "El pedido {{reference}} queda fuera: ya se había enviado antes de que esta cuenta lo viera.",
    wayOut: "Reinténtalo si lo quieres en Medusa para tus registros.",
  },
  ignored_ignored_by_person: {
    sentence: "El pedido {{reference}} queda fuera porque alguien de tu equipo lo decidió así.",
    wayOut: "Reinténtalo para importarlo de todos modos.",
  },
  waiting: {
    sentence: "El pedido {{reference}} está en espera.",
    wayOut: "No hay nada que hacer: se decide de nuevo cuando cambie en la plataforma.",
  },
  waiting_not_paid: {
    sentence: "El pedido {{reference}} espera a que la plataforma confirme su pago.",
    wayOut: "No hay nada que hacer: se importa solo en cuanto la plataforma indique que está pagado.",
  },
  waiting_platform_ships: {
    sentence:
      "El pedido {{reference}} espera a que la plataforma lo envíe desde el stock que guarda para ti.",
    wayOut: "No hay nada que hacer: se importa solo cuando la plataforma indique que se ha enviado.",
  },
  undecided: {
    sentence: "El pedido {{reference}} se ha leído y está a punto de decidirse.",
    wayOut: "Vuelve a mirar en un minuto.",
  },
  try_again: {
    sentence: "El pedido {{reference}} no se pudo importar y se reintenta el {{next_attempt_at}}.",
    wayOut: "No hay nada que hacer, o reinténtalo para que sea ahora.",
  },
  blocked: {
    sentence: "El pedido {{reference}} está detenido: {{problem}}.",
    wayOut: "{{problem_way_out}}",
  },
  blocked_try_again: {
    sentence: "El pedido {{reference}} está detenido: {{problem}}. Se reintenta el {{next_attempt_at}}.",
    wayOut: "{{problem_way_out}}",
  },
  review: {
    sentence: "El pedido {{reference}} espera aprobación, como borrador, desde el {{since}}.",
    wayOut: "Apruébalo o ignóralo.",
  },
  review_approved: {
    sentence: "El pedido {{reference}} está aprobado y a punto de importarse.",
    wayOut: "Vuelve a mirar en un minuto.",
  },
  imported: {
    sentence: "El pedido {{reference}} se importó como pedido {{order_id}} de Medusa.",
    wayOut: "No hay nada que hacer.",
  },
  imported_problem: {
    sentence:
      "El pedido {{reference}} se importó como pedido {{order_id}} de Medusa y necesita atención: {{problem}}.",
    wayOut: "{{problem_way_out}}",
  },
  canceled: {
    sentence: "El pedido {{reference}} se canceló en la plataforma antes de importarse.",
    wayOut: "No hay nada que hacer.",
  },
  canceled_imported: {
    sentence:
      "El pedido {{reference}} se canceló en la plataforma y, con él, el pedido {{order_id}} de Medusa.",
    wayOut: "No hay nada que hacer.",
  },
  known_to_platform: {
    sentence:
      "El pedido {{reference}} es conocido por la plataforma y aún no se ha leído: esta cuenta está leída hasta el {{cursor}}, próxima sincronización {{next_sync_at}}. Si se leyera ahora, {{would}}",
    wayOut: "Espera a la próxima sincronización, o importa ahora el pedido por su número.",
  },
  not_known_to_platform: {
    sentence: "El pedido {{reference}} no es conocido por la plataforma en esta cuenta.",
    wayOut: "Comprueba el número y si el pedido pertenece a otra cuenta.",
  },
  reference_malformed: {
    sentence: "{{reference}} no es un número de pedido de esta plataforma.",
    wayOut: "{{problem_way_out}}",
  },
  not_asked: {
    sentence:
      "El pedido {{reference}} aún no se ha leído: esta cuenta está leída hasta el {{cursor}}, próxima sincronización {{next_sync_at}}. No se pudo preguntar a la plataforma: {{problem}}.",
    wayOut: "{{problem_way_out}}",
  },
  would_import: { sentence: "se importaría.", wayOut: "" },
  would_review: { sentence: "esperaría aprobación como borrador.", wayOut: "" },
  would_block: { sentence: "quedaría detenido: {{problem}}.", wayOut: "{{problem_way_out}}" },
  would_wait: { sentence: "esperaría.", wayOut: "" },
  would_ignore: { sentence: "quedaría fuera.", wayOut: "" },
  would_cancel: { sentence: "se anotaría como cancelado.", wayOut: "" },
  would_keep: { sentence: "no cambiaría nada.", wayOut: "" },
}
