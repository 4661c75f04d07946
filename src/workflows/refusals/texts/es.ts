import type { RefusalTexts } from "../texts"

export const es: RefusalTexts = {
  refusals: {
    account_unknown: "No existe la cuenta de marketplace {{id}}",
    order_unknown: "No existe el pedido de marketplace {{id}}",
    run_unknown: "No existe la importación {{id}}",
    mapping_unknown: "No existe la vinculación de producto {{id}}",
    dispatch_unknown: "No existe el envío {{id}}",
    privacy_request_unknown: "No existe la solicitud de privacidad {{id}}",
    cursor_unknown: "La cuenta «{{account}}» no tiene punto de lectura de {{resource}}",
    account_paused: "La cuenta «{{account}}» está en pausa. Reanúdela primero",
    account_unauthorized:
      "La cuenta «{{account}}» perdió la conexión con la plataforma. Renueve la conexión primero",
    resume_unauthorized:
      "La cuenta «{{account}}» perdió la conexión con la plataforma. Renueve la conexión; solo se reanudan las cuentas en pausa",
    seller_connected:
      "El vendedor {{seller}} ya está conectado, en la cuenta «{{account}}». Cambie esa cuenta en lugar de conectar otra",
    other_seller:
      "La cuenta «{{account}}» es del vendedor {{seller}}, y este permiso es del vendedor {{other}}. Conecte a ese vendedor como una cuenta nueva",
    other_marketplaces:
      "Este permiso es de {{marketplaces}}, y la cuenta «{{account}}» del mismo vendedor no tiene ninguno de ellos; por eso no se cambió nada. Conéctelos como una cuenta propia: con datos de acceso escritos y una etiqueta (marketplace_set) que distinga las dos",
    authorization_expired:
      "Esta conexión no la inició usted, ya se completó o tardó más de 15 minutos. Empiece de nuevo",
    consent_refused:
      "En {{platform}} no se autorizó la conexión, así que no se conectó nada. Comience de nuevo y autorícela allí",
    held_authorization_unknown:
      "Esta conexión ya no le espera: se confirmó o se descartó, o pasaron más de 5 minutos. Instale la aplicación de nuevo en la plataforma",
    webhooks_not_offered: "{{platform}} no avisa a la tienda cuando algo cambia",
    brings_no_orders: "{{platform}} no trae pedidos",
    notices_not_configured:
      "{{platform}} no está configurado aquí para avisar de pedidos modificados. Un desarrollador agrega la cola a las opciones del plugin",
    takes_no_writes: "{{platform}} no recibe eso de la tienda",
    stock_writer_off:
      "El inventario de la cuenta «{{account}}» no se envía desde aquí. Active el envío primero: Marketplaces, la cuenta, pestaña Inventario",
    stock_not_held: "Nada de la cuenta «{{account}}» está retenido por la parada de seguridad",
    dispatch_done: "Esto ya llegó a la plataforma; no hay nada que reintentar",
    shipment_gone:
      "El envío se canceló o se eliminó en la tienda, por eso su número de seguimiento ya no se puede cambiar",
    dispatch_data_removed:
      "El número de seguimiento tuvo que eliminarse por las reglas de la plataforma, así que esto ya no se puede enviar. Registre el envío en la propia plataforma",
    listing_linked: "La publicación {{listing}} ya está vinculada a la variante {{variant}}",
    sku_taken: "El SKU {{sku}} ya es el de la variante {{variant}}. Vincule la publicación a ella",
    order_canceled: "El pedido {{reference}} está cancelado; no hay nada que intentar de nuevo",
    order_data_removed:
      "Los datos del pedido {{reference}} tuvieron que eliminarse por las reglas de la plataforma. Importe el pedido por su número para leerlo de nuevo",
    order_not_in_review:
      "El pedido {{reference}} no está por revisar (estado: {{state}}), así que no hay nada que aprobar",
    order_final: "El pedido {{reference}} ya no se puede rechazar (estado: {{state}})",
    order_being_imported:
      "El pedido {{reference}} se está importando ahora. Inténtelo de nuevo en un momento",
    order_not_changeable:
      "El pedido {{reference}} no se puede cambiar (estado: {{state}}); el vendedor, la forma de pago y el cliente se pueden cambiar mientras está por revisar",
    brings_no_listings: "{{platform}} no informa sus publicaciones",
    holds_no_stock: "{{platform}} no informa las existencias que guarda",
    platform_location_not_chosen:
      "La cuenta «{{account}}» aún no tiene una ubicación para el almacén de la plataforma. Elija una primero: Marketplaces, la cuenta, pestaña Inventario",
    stock_being_read: "Las existencias de esta cuenta se están leyendo ahora. Intente de nuevo en un momento",
    fields_invalid: "Solicitud no válida: {{complaints}}",
  },
  complaints: {
    field_unknown: "no se conoce",
    required: "es obligatorio",
    not_text: "debe ser un texto",
    not_number: "debe ser un número",
    not_whole_number: "debe ser un número entero",
    not_yes_or_no: "debe ser verdadero o falso",
    not_list: "debe ser una lista",
    malformed: "no tiene el formato esperado",
    unstorable: "contiene caracteres que no se pueden guardar",
    too_small: "debe ser como mínimo {{bound}}",
    too_big: "debe ser como máximo {{bound}}",
    empty: "no puede quedar vacío",
    too_short: "es demasiado corto; como mínimo {{bound}} caracteres",
    too_long: "es demasiado largo; como máximo {{bound}} caracteres",
    too_few: "tiene muy pocos elementos; como mínimo {{bound}}",
    too_many: "tiene demasiados elementos; como máximo {{bound}}",
    option_unknown: "debe ser uno de estos: {{options}}",
    instant_malformed: "debe ser fecha y hora como 2026-11-22T10:00:00Z",
    in_future: "no puede estar en el futuro",
    not_later_than: "debe ser posterior a '{{start}}'",
    nothing_to_change: "no indica nada que cambiar",
    marketplace_twice: "indica un marketplace dos veces",
    order_twice: "indica un pedido dos veces",
    letters_digits_hyphens: "debe tener solo letras minúsculas, números y guiones",
    settings_of_new_account:
      "es para una cuenta nueva; la configuración de una cuenta conectada se cambia por separado",
    too_many_orders: "indica más de {{bound}} pedidos: indique también el período en que se hicieron",
    from_or_references: "es obligatorio, o bien 'references'",
    connector_unknown: "no existe el conector «{{id}}» (configurados: {{known}})",
    connector_typed: "{{platform}} se conecta escribiendo las credenciales, no por una página de permiso",
    choice_unknown: "esa elección no existe",
    choice_not_offered: "no está entre las opciones",
    personal_data_too_long:
      "debe ser como máximo {{days}}: {{platform}} no permite conservar los datos de los compradores por más tiempo",
    account_of_connector_unknown: "no existe la cuenta {{id}} del conector «{{connector}}»",
    marketplace_of_account_unknown: "la cuenta «{{account}}» no tiene el marketplace {{id}}",
    marketplace_of_platform_unknown: "{{platform}} no muestra el marketplace {{id}}",
    sales_channel_unknown: "no existe el canal de ventas {{id}}",
    region_unknown: "no existe la región {{id}}",
    stock_location_unknown: "no existe la ubicación de inventario {{id}}",
    shipping_option_unknown: "no existe la opción de envío {{id}}",
    fulfillment_provider_unknown: "no existe el proveedor de envíos {{id}}",
    platform_takes_no_shipments: "{{platform}} no recibe envíos, así que no hay transportista que elegir",
    carrier_mistyped: "no es un transportista de {{platform}}; el más parecido es {{suggestion}}",
    carrier_unlisted: "no es un transportista de {{platform}}; elija uno de la lista",
    carrier_has_name: "solo sirve para un transportista fuera de la lista; {{carrier}} está en ella",
    locations_of_new_account:
      "solo se puede definir después de conectar la cuenta, cuando la plataforma informa sus ubicaciones",
    platform_has_no_locations:
      "{{platform}} no lleva existencias por ubicación, así que no hay nada que elegir",
    platform_location_unknown: "{{platform}} no tiene la ubicación {{id}}",
    location_mapped_twice: "ya corresponde a otra ubicación de la plataforma; elija una sola",
    carrier_name_alone: "necesita el transportista al que pertenece, en 'carrier'",
    carrier_chosen_twice: "tiene dos transportistas; elija uno",
    user_unknown: "no existe el usuario {{id}}",
    customer_unknown: "no existe el cliente {{id}}",
    only_in_review: "solo se puede cambiar mientras el pedido está por revisar",
    reason_wanted: "es obligatorio para un pedido por revisar: indique por qué se deja fuera",
    note_wanted: "es obligatorio cuando el motivo es «otro»",
    variant_unknown: "no existe la variante de producto {{id}}",
    variant_required: "es obligatorio para una publicación vinculada",
    variant_makes_mapped:
      "una publicación con variante está vinculada, no puede quedar ignorada ni sin vincular",
    listing_unknown: "no existe la publicación {{listing}} en esta cuenta",
    listing_not_linked: "la publicación {{listing}} aún no está vinculada a un producto",
    listing_twice: "nombra una publicación dos veces",
    stock_not_managed: "el inventario de este producto no se gestiona en Medusa",
    stock_too_small:
      "solo hay {{available}} de {{sku}} disponibles en esa ubicación, y se necesitan {{needed}}",
    same_location: "debe ser otra ubicación que aquella de la que salen los productos",
    not_platform_location: "no es una ubicación de la plataforma de esta cuenta",
    transfer_differs: "ya existe una transferencia con esta referencia y otro contenido",
    page_token_foreign: "no es de esta vista previa. Empiece de nuevo sin él",
  },
  states: {
    waiting: "en espera",
    blocked: "bloqueado",
    ready: "a punto de importarse",
    review: "por revisar",
    imported: "importado",
    canceled: "cancelado",
    ignored: "ignorado",
  },
  field: "Campo '{{field}}': {{reason}}",
}
