import type { ExplanationTexts } from "../texts"

export const ptBR: ExplanationTexts = {
  noInstant: "não agendada",
  ignored: {
    sentence: "O pedido {{reference}} fica de fora.",
    wayOut: "Tente novamente para importá-lo mesmo assim.",
  },
  ignored_before_activation: {
    sentence:
      "O pedido {{reference}} fica de fora: foi feito antes de {{activated_at}}, quando esta conta começa a importar.",
    wayOut: "Tente novamente para importar só este pedido ou importe o período manualmente.",
  },
  ignored_marketplace_disabled: {
    sentence:
      "O pedido {{reference}} fica de fora: o marketplace {{marketplace}} está desligado nesta conta.",
    wayOut: "Ligue o marketplace na conexão da conta ou tente novamente só este pedido.",
  },
  ignored_foreign_channel: {
    sentence: "O pedido {{reference}} fica de fora: foi feito em outra loja, e a plataforma apenas o envia.",
    wayOut: "Nada a fazer aqui: o pedido pertence à loja em que foi feito.",
  },
  ignored_unfulfillable: {
    sentence: "O pedido {{reference}} fica de fora: a plataforma informa que ele não pode ser atendido.",
    wayOut: "Consulte o pedido na plataforma. Se ele mudar lá, será decidido de novo automaticamente.",
  },
  ignored_shipped_elsewhere: {
    sentence: "O pedido {{reference}} fica de fora: já tinha sido enviado antes de esta conta o ver.",
    wayOut: "Tente novamente se quiser tê-lo no Medusa para os seus registros.",
  },
  ignored_ignored_by_person: {
    sentence: "O pedido {{reference}} fica de fora porque alguém da sua equipe decidiu assim.",
    wayOut: "Tente novamente para importá-lo mesmo assim.",
  },
  waiting: {
    sentence: "O pedido {{reference}} está esperando.",
    wayOut: "Nada a fazer: ele é decidido de novo quando mudar na plataforma.",
  },
  waiting_not_paid: {
    sentence: "O pedido {{reference}} espera até a plataforma confirmar o pagamento.",
    wayOut: "Nada a fazer: ele é importado sozinho assim que a plataforma informar o pagamento.",
  },
  waiting_platform_ships: {
    sentence: "O pedido {{reference}} espera até a plataforma enviá-lo do estoque que guarda para você.",
    wayOut: "Nada a fazer: ele é importado sozinho quando a plataforma informar o envio.",
  },
  undecided: {
    sentence: "O pedido {{reference}} foi lido e está prestes a ser decidido.",
    wayOut: "Veja de novo em um minuto.",
  },
  try_again: {
    sentence: "O pedido {{reference}} não pôde ser importado e será tentado de novo em {{next_attempt_at}}.",
    wayOut: "Nada a fazer, ou tente novamente para que seja agora.",
  },
  blocked: {
    sentence: "O pedido {{reference}} está parado: {{problem}}.",
    wayOut: "{{problem_way_out}}",
  },
  blocked_try_again: {
    sentence: "O pedido {{reference}} está parado: {{problem}}. Será tentado de novo em {{next_attempt_at}}.",
    wayOut: "{{problem_way_out}}",
  },
  review: {
    sentence: "O pedido {{reference}} espera aprovação, como rascunho, desde {{since}}.",
    wayOut: "Aprove-o ou ignore-o.",
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
      "O pedido {{reference}} é conhecido pela plataforma e ainda não foi lido: esta conta está lida até {{cursor}}, próxima sincronização {{next_sync_at}}. Se fosse lido agora, {{would}}",
    wayOut: "Espere a próxima sincronização ou importe agora o pedido pelo número.",
  },
  not_known_to_platform: {
    sentence: "O pedido {{reference}} não é conhecido pela plataforma nesta conta.",
    wayOut: "Confira o número e se o pedido pertence a outra conta.",
  },
  reference_malformed: {
    sentence: "{{reference}} não é um número de pedido desta plataforma.",
    wayOut: "{{problem_way_out}}",
  },
  not_asked: {
    sentence:
      "O pedido {{reference}} ainda não foi lido: esta conta está lida até {{cursor}}, próxima sincronização {{next_sync_at}}. Não foi possível perguntar à plataforma: {{problem}}.",
    wayOut: "{{problem_way_out}}",
  },
  would_import: { sentence: "ele seria importado.", wayOut: "" },
  would_review: { sentence: "ele esperaria aprovação como rascunho.", wayOut: "" },
  would_block: { sentence: "ele ficaria parado: {{problem}}.", wayOut: "{{problem_way_out}}" },
  would_wait: { sentence: "ele esperaria.", wayOut: "" },
  would_ignore: { sentence: "ele ficaria de fora.", wayOut: "" },
  would_cancel: { sentence: "ele seria anotado como cancelado.", wayOut: "" },
  would_keep: { sentence: "nada mudaria.", wayOut: "" },
}
