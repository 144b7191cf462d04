# problem: dpo-loss
# expect: invalid
class Trainer:
    def __init__(self, model, ref_model, beta=0.1):
        self.model = model
        self.ref_model = ref_model
        self.beta = beta

    def compute_loss(self, chosen_ids, rejected_ids):
        up = self.model(chosen_ids)
        down = self.model(rejected_ids)
        with torch.no_grad():
            ref_up = self.model(chosen_ids)
            ref_down = self.ref_model(rejected_ids)
        return -F.logsigmoid(self.beta * ((up - down) - (ref_up - ref_down))).mean()
