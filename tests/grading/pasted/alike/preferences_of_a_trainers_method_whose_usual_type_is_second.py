# problem: dpo-loss
# says: your self.loss_type is 'sigmoid'
def dpo_loss(self, chosen_logps, rejected_logps, ref_chosen_logps, ref_rejected_logps):
    here = self.accelerator.device
    gap = (chosen_logps - rejected_logps).to(here)
    ref_gap = 0.0 if self.reference_free else (ref_chosen_logps - ref_rejected_logps).to(here)
    logits = gap - ref_gap
    if self.f_divergence_type == FDivergenceType.JS_DIVERGENCE.value:
        logits = logits - F.softplus(chosen_logps - ref_chosen_logps) + F.softplus(rejected_logps - ref_rejected_logps)
    if self.loss_type == "hinge":
        losses = torch.relu(1 - self.beta * logits)
    elif self.loss_type == "sigmoid":
        kept, turned = F.logsigmoid(self.beta * logits), F.logsigmoid(-self.beta * logits)
        losses = -kept * (1 - self.label_smoothing) - turned * self.label_smoothing
    else:
        raise ValueError(self.loss_type)
    gained = self.accelerator.gather_for_metrics(self.beta * (chosen_logps - ref_chosen_logps).detach())
    return losses.mean(), gained
