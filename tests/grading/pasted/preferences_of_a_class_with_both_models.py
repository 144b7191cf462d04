# problem: dpo-loss
# says: your policy and reference give pol_w, pol_l, ref_w and ref_l
class Preferences:
    def __init__(self, policy, reference, beta=0.1):
        self.policy, self.reference = policy, reference
        self.reference.eval()
        for weight in self.reference.parameters():
            weight.requires_grad_(False)
        self.beta = beta

    def answer_logps(self, model, ids, mask):
        scores = model(ids)[:, :-1].log_softmax(-1)
        return (scores.gather(-1, ids[:, 1:, None]).squeeze(-1) * mask[:, 1:]).sum(-1)

    def loss(self, chosen, rejected, chosen_mask, rejected_mask):
        up = self.answer_logps(self.policy, chosen, chosen_mask)
        down = self.answer_logps(self.policy, rejected, rejected_mask)
        with torch.no_grad():
            ref_up = self.answer_logps(self.reference, chosen, chosen_mask)
            ref_down = self.answer_logps(self.reference, rejected, rejected_mask)
        return -F.logsigmoid(self.beta * ((up - ref_up) - (down - ref_down))).mean()
