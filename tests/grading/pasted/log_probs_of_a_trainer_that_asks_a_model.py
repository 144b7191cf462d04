# problem: sequence-logprob
class PreferenceTrainer:
    def __init__(self, config, beta=0.1):
        self.config, self.beta = config, beta

    def sequence_logps(self, model, tokens, loss_mask):
        logits = model(tokens[:, :-1])["logits"]
        after = tokens[:, 1:].to(logits.device)
        each = torch.log_softmax(logits, -1).gather(-1, after.unsqueeze(-1)).squeeze(-1)
        return torch.sum(each * loss_mask[:, 1:], dim=-1)
