import type { ExplanationTexts } from "../texts"

export const ptBR: ExplanationTexts = {
  noInstant: "não agendada",
  leaveOutReasons: {
    fraud: "suspeita de fraude",
    duplicate: "está duplicado",
    wrong_data: "os dados estão errados",
    no_stock: "não há estoque",
    test_order: "é um pedido de teste",
    other: "outro motivo, na observação do pedido",
  },
  ignored: {
    sentence: "O pedido {{reference}} foi ignorado.",
    wayOut: "Abra o pedido e escolha “Tentar de novo” para importá-lo mesmo assim.",
  },
  ignored_before_activation: {
    sentence:
      "O pedido {{reference}} foi ignorado: foi feito em {{counted_at}}, antes de {{activated_at}}, quando esta conta começou a importar.",
    wayOut: "Abra o pedido e escolha “Tentar de novo” para importar só este, ou importe o período dele.",
  },
  ignored_before_activation_paid: {
    sentence:
      "O pedido {{reference}} foi ignorado: foi pago em {{counted_at}}, antes de {{activated_at}}, quando esta conta começou a importar.",
    wayOut: "Abra o pedido e escolha “Tentar de novo” para importar só este, ou importe o período dele.",
  },
  ignored_marketplace_disabled: {
    sentence:
      "O pedido {{reference}} foi ignorado: o marketplace {{marketplace}} está desativado nesta conta.",
    wayOut:
      "Em Marketplaces, abra a conta, aba Pedidos, e ative o marketplace. Ou abra o pedido e escolha “Tentar de novo” para importar só este.",
  },
  ignored_foreign_channel: {
    sentence: "O pedido {{reference}} foi ignorado: foi feito em outra loja, e a plataforma apenas o envia.",
    wayOut: "Nada a fazer aqui: o pedido pertence à loja em que foi feito.",
  },
  ignored_unfulfillable: {
    sentence: "O pedido {{reference}} foi ignorado: a plataforma informa que ele não pode ser atendido.",
    wayOut: "Consulte o pedido na plataforma. Se ele mudar lá, será decidido de novo automaticamente.",
  },
  ignored_shipped_elsewhere: {
    sentence: "O pedido {{reference}} foi ignorado: já tinha sido enviado antes de chegar a esta conta.",
    wayOut: "Abra o pedido e escolha “Tentar de novo” se quiser tê-lo no Medusa para os seus registros.",
  },
  ignored_ignored_by_person: {
    sentence: "O pedido {{reference}} foi ignorado porque alguém da sua equipe decidiu assim.",
    wayOut:
      "Abra o pedido e escolha “Tentar de novo” para importá-lo mesmo assim. A plataforma não foi avisada: se você não for enviá-lo, cancele-o lá também.",
  },
  ignored_by_person_because: {
    sentence: "O pedido {{reference}} foi deixado de fora por alguém da sua equipe: {{left_out}}.",
    wayOut:
      "Abra o pedido e escolha “Tentar de novo” para importá-lo mesmo assim. A plataforma não foi avisada: se você não for enviá-lo, cancele-o lá também.",
  },
  waiting: {
    sentence: "O pedido {{reference}} está aguardando.",
    wayOut: "Nada a fazer: ele será decidido de novo quando mudar na plataforma.",
  },
  waiting_not_paid: {
    sentence: "O pedido {{reference}} aguarda até a plataforma confirmar o pagamento.",
    wayOut: "Nada a fazer: ele será importado automaticamente assim que a plataforma informar o pagamento.",
  },
  waiting_platform_ships: {
    sentence: "O pedido {{reference}} aguarda até a plataforma enviá-lo do estoque que guarda para você.",
    wayOut: "Nada a fazer: ele será importado automaticamente quando a plataforma informar o envio.",
  },
  undecided: {
    sentence: "O pedido {{reference}} foi lido e está prestes a ser decidido.",
    wayOut: "Veja de novo em um minuto.",
  },
  try_again: {
    sentence: "O pedido {{reference}} não pôde ser importado e será tentado de novo em {{next_attempt_at}}.",
    wayOut: "Nada a fazer. Para que seja agora, abra o pedido e escolha “Tentar de novo”.",
  },
  blocked: {
    sentence: "O pedido {{reference}} está bloqueado: {{problem}}.",
    wayOut: "{{problem_way_out}}",
  },
  blocked_try_again: {
    sentence:
      "O pedido {{reference}} está bloqueado: {{problem}}. Será tentado de novo em {{next_attempt_at}}.",
    wayOut: "{{problem_way_out}}",
  },
  review: {
    sentence: "O pedido {{reference}} aguarda revisão, como rascunho de pedido, desde {{since}}.",
    wayOut: "Abra o pedido e aprove-o ou rejeite-o.",
  },
  review_approved: {
    sentence: "O pedido {{reference}} foi aprovado e está prestes a ser importado.",
    wayOut: "Veja de novo em um minuto.",
  },
  imported: {
    sentence: "O pedido {{reference}} foi importado como pedido {{order_id}} do Medusa.",
    wayOut: "Nada a fazer.",
  },
  imported_problem: {
    sentence:
      "O pedido {{reference}} foi importado como pedido {{order_id}} do Medusa e precisa de atenção: {{problem}}.",
    wayOut: "{{problem_way_out}}",
  },
  canceled: {
    sentence: "O pedido {{reference}} foi cancelado na plataforma antes de ser importado.",
    wayOut: "Nada a fazer.",
  },
  canceled_imported: {
    sentence:
      "O pedido {{reference}} foi cancelado na plataforma e, com ele, o pedido {{order_id}} do Medusa.",
    wayOut: "Nada a fazer.",
  },
  known_to_platform: {
    sentence:
      "A plataforma conhece o pedido {{reference}}, mas ele ainda não foi lido: esta conta foi lida até {{cursor}}, próxima sincronização: {{next_sync_at}}. Se fosse lido agora, {{would}}",
    wayOut: "Aguarde a próxima sincronização ou recupere o pedido agora.",
  },
  not_known_to_platform: {
    sentence: "A plataforma não conhece o pedido {{reference}} nesta conta.",
    wayOut: "Confira o número e se o pedido pertence a outra conta.",
  },
  reference_malformed: {
    sentence: "{{reference}} não é um número de pedido desta plataforma.",
    wayOut: "{{problem_way_out}}",
  },
  not_asked: {
    sentence:
      "O pedido {{reference}} ainda não foi lido: esta conta foi lida até {{cursor}}, próxima sincronização: {{next_sync_at}}. Não foi possível perguntar à plataforma: {{problem}}.",
    wayOut: "{{problem_way_out}}",
  },
  would_import: { sentence: "ele seria importado.", wayOut: "" },
  would_review: { sentence: "ele aguardaria revisão como rascunho de pedido.", wayOut: "" },
  would_block: { sentence: "ele seria bloqueado: {{problem}}.", wayOut: "{{problem_way_out}}" },
  would_wait: { sentence: "ele aguardaria.", wayOut: "" },
  would_ignore: { sentence: "ele seria ignorado.", wayOut: "" },
  would_cancel: { sentence: "ele seria anotado como cancelado.", wayOut: "" },
  would_keep: { sentence: "nada mudaria.", wayOut: "" },
  would_ignore_before_activation: {
    sentence:
      "ele seria ignorado: foi feito em {{counted_at}}, antes de {{activated_at}}, quando esta conta começou a importar.",
    wayOut: "Para tê-lo mesmo assim, importe-o pelo número.",
  },
  would_ignore_before_activation_paid: {
    sentence:
      "ele seria ignorado: foi pago em {{counted_at}}, antes de {{activated_at}}, quando esta conta começou a importar.",
    wayOut: "Para tê-lo mesmo assim, importe-o pelo número.",
  },
  would_ignore_marketplace_disabled: {
    sentence: "ele seria ignorado: o marketplace {{marketplace}} está desativado nesta conta.",
    wayOut: "Ative o marketplace: Marketplaces, a conta, aba Pedidos.",
  },
  would_ignore_shipped_elsewhere: {
    sentence: "ele seria ignorado: já foi enviado.",
    wayOut: "Para tê-lo nos seus registros, importe-o pelo número.",
  },
  would_wait_not_paid: { sentence: "ele aguardaria até a plataforma confirmar o pagamento.", wayOut: "" },
  would_wait_platform_ships: { sentence: "ele aguardaria até a plataforma enviá-lo.", wayOut: "" },
  account_unauthorized: {
    sentence:
      "A conta “{{account}}” perdeu a conexão: a plataforma não aceita mais as credenciais dela, por isso nada é lido.",
    wayOut:
      "Em Marketplaces, abra a conta e renove a conexão. Os pedidos desse intervalo são buscados automaticamente em seguida.",
  },
  account_suspended: {
    sentence:
      "A plataforma suspendeu a conta “{{account}}”, porque o aplicativo foi suspenso ou o plano da loja não está pago, por isso nada é lido.",
    wayOut:
      "Resolva isso na plataforma. A conta é verificada a cada hora e depois busca sozinha os pedidos desse intervalo.",
  },
  account_off: {
    sentence: "A conta “{{account}}” está desligada: alguém a pausou, por isso nada é lido da plataforma.",
    wayOut:
      "Em Marketplaces, abra a conta e retome-a. Os pedidos desse intervalo são buscados automaticamente em seguida.",
  },
  not_read: { sentence: "O pedido {{reference}} ainda não foi lido.", wayOut: "" },
}
