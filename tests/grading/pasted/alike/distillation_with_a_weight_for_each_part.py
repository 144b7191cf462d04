# problem: distillation-loss
# not: yours has no such parameter
def kd_loss(logits_student, logits_teacher, T):
    log_p, q = (logits_student / T).log_softmax(1), (logits_teacher / T).softmax(1)
    return F.kl_div(log_p, q, reduction="none").sum(1).mean() * T**2


class KD(nn.Module):
    def __init__(self, temperature=1.0, kd_loss_weight=0.5, ce_loss_weight=1.0):
        super().__init__()
        self.temperature, self.kd_loss_weight, self.ce_loss_weight = temperature, kd_loss_weight, ce_loss_weight

    def forward(self, logits_student, logits_teacher, target):
        hard = self.ce_loss_weight * F.cross_entropy(logits_student, target)
        return hard + self.kd_loss_weight * kd_loss(logits_student, logits_teacher.detach(), self.temperature)
