# problem: dpo-loss
# expect: fail
# says: instead of subtracting it
class Trainer:
    def __init__(self, model, ref_model, beta=0.1):
        self.model = model
        self.ref_model = ref_model
        self.beta = beta

    def compute_loss(self, chosen_ids, rejected_ids):
        pol_w = self.model(chosen_ids)
        pol_l = self.model(rejected_ids)
        with torch.no_grad():
            ref_w = self.ref_model(chosen_ids)
            ref_l = self.ref_model(rejected_ids)
        return -F.logsigmoid(self.beta * ((pol_w - pol_l) + (ref_w - ref_l))).mean()
