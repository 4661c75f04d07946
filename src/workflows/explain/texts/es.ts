import type { ExplanationTexts } from "../texts"

export const es: ExplanationTexts = {
  noInstant: "sin programar",
  leaveOutReasons: {
    fraud: "sospecha de fraude",
    duplicate: "está duplicado",
    wrong_data: "sus datos son incorrectos",
    no_stock: "no hay existencias",
    test_order: "es un pedido de prueba",
    other: "otro motivo, en la nota del pedido",
  },
  ignored: {
    sentence: "El pedido {{reference}} se ignoró.",
    wayOut: "Abra el pedido y elija «Intentar de nuevo» para importarlo de todos modos.",
  },
  ignored_before_activation: {
    sentence:
      "El pedido {{reference}} se ignoró: se hizo el {{counted_at}}, antes del {{activated_at}}, cuando esta cuenta empezó a importar.",
    wayOut: "Abra el pedido y elija «Intentar de nuevo» para importar solo este, o importe su período.",
  },
  ignored_before_activation_paid: {
    sentence:
      "El pedido {{reference}} se ignoró: se pagó el {{counted_at}}, antes del {{activated_at}}, cuando esta cuenta empezó a importar.",
    wayOut: "Abra el pedido y elija «Intentar de nuevo» para importar solo este, o importe su período.",
  },
  ignored_marketplace_disabled: {
    sentence:
      "El pedido {{reference}} se ignoró: su marketplace {{marketplace}} está desactivado en esta cuenta.",
    wayOut:
      "En Marketplaces, abra la cuenta, pestaña Pedidos, y active el marketplace. O abra el pedido y elija «Intentar de nuevo» para importar solo este.",
  },
  ignored_foreign_channel: {
    sentence: "El pedido {{reference}} se ignoró: se hizo en otra tienda y la plataforma solo lo envía.",
    wayOut: "No hay nada que hacer aquí: el pedido pertenece a la tienda en que se hizo.",
  },
  ignored_unfulfillable: {
    sentence: "El pedido {{reference}} se ignoró: la plataforma indica que no se puede atender.",
    wayOut: "Consulte el pedido en la plataforma. Si cambia allí, se decide de nuevo automáticamente.",
  },
  ignored_shipped_elsewhere: {
    sentence: "El pedido {{reference}} se ignoró: ya se había enviado antes de llegar a esta cuenta.",
    wayOut: "Abra el pedido y elija «Intentar de nuevo» si lo quiere en Medusa para sus registros.",
  },
  ignored_ignored_by_person: {
    sentence: "El pedido {{reference}} se ignoró porque alguien de su equipo lo decidió así.",
    wayOut:
      "Abra el pedido y elija «Intentar de nuevo» para importarlo de todos modos. La plataforma no lo sabe: si no lo va a enviar, cancélelo también allí.",
  },
  ignored_by_person_because: {
    sentence: "Alguien de su equipo dejó fuera el pedido {{reference}}: {{left_out}}.",
    wayOut:
      "Abra el pedido y elija «Intentar de nuevo» para importarlo de todos modos. La plataforma no fue avisada: si no lo va a enviar, cancélelo también allí.",
  },
  waiting: {
    sentence: "El pedido {{reference}} está en espera.",
    wayOut: "No hay nada que hacer: se decidirá de nuevo cuando cambie en la plataforma.",
  },
  waiting_not_paid: {
    sentence: "El pedido {{reference}} espera a que la plataforma confirme su pago.",
    wayOut:
      "No hay nada que hacer: se importará automáticamente en cuanto la plataforma indique que está pagado.",
  },
  waiting_platform_ships: {
    sentence:
      "El pedido {{reference}} espera a que la plataforma lo envíe desde el inventario que guarda para usted.",
    wayOut:
      "No hay nada que hacer: se importará automáticamente cuando la plataforma indique que se ha enviado.",
  },
  undecided: {
    sentence: "El pedido {{reference}} se ha leído y está a punto de decidirse.",
    wayOut: "Vuelva a mirar en un minuto.",
  },
  try_again: {
    sentence: "El pedido {{reference}} no se pudo importar y se intentará de nuevo el {{next_attempt_at}}.",
    wayOut: "No hay nada que hacer. Para que sea ahora, abra el pedido y elija «Intentar de nuevo».",
  },
  blocked: {
    sentence: "El pedido {{reference}} está bloqueado: {{problem}}.",
    wayOut: "{{problem_way_out}}",
  },
  blocked_try_again: {
    sentence:
      "El pedido {{reference}} está bloqueado: {{problem}}. Se intentará de nuevo el {{next_attempt_at}}.",
    wayOut: "{{problem_way_out}}",
  },
  review: {
    sentence: "El pedido {{reference}} espera revisión, como borrador de pedido, desde el {{since}}.",
    wayOut: "Abra el pedido y apruébelo o rechácelo.",
  },
  review_approved: {
    sentence: "El pedido {{reference}} está aprobado y a punto de importarse.",
    wayOut: "Vuelva a mirar en un minuto.",
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
      "La plataforma conoce el pedido {{reference}}, pero aún no se ha leído: esta cuenta se ha leído hasta el {{cursor}}, próxima sincronización: {{next_sync_at}}. Si se leyera ahora, {{would}}",
    wayOut: "Espere a la próxima sincronización o recupere el pedido ahora.",
  },
  not_known_to_platform: {
    sentence: "La plataforma no conoce el pedido {{reference}} en esta cuenta.",
    wayOut: "Compruebe el número y si el pedido pertenece a otra cuenta.",
  },
  reference_malformed: {
    sentence: "{{reference}} no es un número de pedido de esta plataforma.",
    wayOut: "{{problem_way_out}}",
  },
  not_asked: {
    sentence:
      "El pedido {{reference}} aún no se ha leído: esta cuenta se ha leído hasta el {{cursor}}, próxima sincronización: {{next_sync_at}}. No se pudo preguntar a la plataforma: {{problem}}.",
    wayOut: "{{problem_way_out}}",
  },
  would_import: { sentence: "se importaría.", wayOut: "" },
  would_review: { sentence: "esperaría revisión como borrador de pedido.", wayOut: "" },
  would_block: { sentence: "quedaría bloqueado: {{problem}}.", wayOut: "{{problem_way_out}}" },
  would_wait: { sentence: "quedaría en espera.", wayOut: "" },
  would_ignore: { sentence: "se ignoraría.", wayOut: "" },
  would_cancel: { sentence: "se anotaría como cancelado.", wayOut: "" },
  would_keep: { sentence: "no cambiaría nada.", wayOut: "" },
  would_ignore_before_activation: {
    sentence:
      "se ignoraría: se hizo el {{counted_at}}, antes del {{activated_at}}, cuando esta cuenta empezó a importar.",
    wayOut: "Para tenerlo de todos modos, impórtelo por su número.",
  },
  would_ignore_before_activation_paid: {
    sentence:
      "se ignoraría: se pagó el {{counted_at}}, antes del {{activated_at}}, cuando esta cuenta empezó a importar.",
    wayOut: "Para tenerlo de todos modos, impórtelo por su número.",
  },
  would_ignore_marketplace_disabled: {
    sentence: "se ignoraría: su marketplace {{marketplace}} está desactivado en esta cuenta.",
    wayOut: "Active el marketplace: Marketplaces, la cuenta, pestaña Pedidos.",
  },
  would_ignore_shipped_elsewhere: {
    sentence: "se ignoraría: ya se envió.",
    wayOut: "Para tenerlo en sus registros, impórtelo por su número.",
  },
  would_wait_not_paid: { sentence: "esperaría hasta que la plataforma confirme su pago.", wayOut: "" },
  would_wait_platform_ships: { sentence: "esperaría hasta que la plataforma lo envíe.", wayOut: "" },
  account_unauthorized: {
    sentence:
      "La cuenta «{{account}}» perdió la conexión: la plataforma ya no acepta sus credenciales, por eso no se lee nada.",
    wayOut:
      "En Marketplaces, abra la cuenta y renueve la conexión. Los pedidos de ese intervalo se traen después por sí solos.",
  },
  account_suspended: {
    sentence:
      "La plataforma suspendió la cuenta «{{account}}», porque la aplicación fue suspendida o el plan de la tienda no está pagado, por eso no se lee nada.",
    wayOut:
      "Resuélvalo en la plataforma. La cuenta se prueba de nuevo cada hora y después trae por sí sola los pedidos de ese intervalo.",
  },
  account_off: {
    sentence:
      "La cuenta «{{account}}» está apagada: alguien la puso en pausa, por eso no se lee nada de la plataforma.",
    wayOut:
      "En Marketplaces, abra la cuenta y reanúdela. Los pedidos de ese intervalo se traen después por sí solos.",
  },
  not_read: { sentence: "El pedido {{reference}} aún no se ha leído.", wayOut: "" },
}
