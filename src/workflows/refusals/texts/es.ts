import type { RefusalTexts } from "../texts"

export const es: RefusalTexts = {
  refusals: {
    account_unknown: "No existe la cuenta de marketplace {{id}}",
    order_unknown: "No existe el pedido de marketplace {{id}}",
    run_unknown: "No existe la importación {{id}}",
    mapping_unknown: "No existe el vínculo de producto {{id}}",
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
    authorization_expired:
      "Esta conexión no la inició usted, ya se completó o tardó más de 15 minutos. Empiece de nuevo",
    brings_no_orders: "{{platform}} no trae pedidos",
    listing_linked: "La publicación {{listing}} ya está vinculada a la variante {{variant}}",
    sku_taken: "El SKU {{sku}} ya es el de la variante {{variant}}. Vincule la publicación a ella",
    order_canceled: "El pedido {{reference}} está cancelado; no hay nada que intentar de nuevo",
    order_data_removed:
      "Los datos del pedido {{reference}} tuvieron que eliminarse por las reglas de la plataforma. Importe el pedido por su número para leerlo de nuevo",
    order_not_in_review:
      "El pedido {{reference}} no está por revisar (estado: {{state}}), así que no hay nada que aprobar",
    order_final: "El pedido {{reference}} ya no se puede ignorar (estado: {{state}})",
    order_being_imported:
      "El pedido {{reference}} se está importando ahora. Inténtelo de nuevo en un momento",
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
    not_later_than_from: "debe ser posterior a 'from'",
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
    account_of_connector_unknown: "no existe la cuenta {{id}} del conector «{{connector}}»",
    marketplace_of_account_unknown: "la cuenta «{{account}}» no tiene el marketplace {{id}}",
    marketplace_of_platform_unknown: "{{platform}} no muestra el marketplace {{id}}",
    sales_channel_unknown: "no existe el canal de ventas {{id}}",
    region_unknown: "no existe la región {{id}}",
    stock_location_unknown: "no existe la ubicación de inventario {{id}}",
    shipping_option_unknown: "no existe la opción de envío {{id}}",
    variant_unknown: "no existe la variante de producto {{id}}",
    variant_required: "es obligatorio para una publicación vinculada",
    variant_makes_mapped:
      "una publicación con variante está vinculada, no puede quedar ignorada ni sin vínculo",
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
