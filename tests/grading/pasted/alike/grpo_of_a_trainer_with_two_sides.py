# problem: grpo-loss
# says: self.epsilon_low is taken from clip
# not: self.delta is
# not: self.completion_mask
def compute_loss(self, model, inputs):
    counted, logps = inputs["completion_mask"], inputs["per_token_logps"]
    gap = inputs["ref_per_token_logps"] - logps
    ratio = torch.exp(logps - inputs["old_per_token_logps"])
    advantages = inputs["advantages"].unsqueeze(1)
    near = torch.clamp(ratio, 1 - self.epsilon_low, 1 + self.epsilon_high)
    token_loss = self.beta * (torch.exp(gap) - gap - 1) - torch.min(ratio * advantages, near * advantages)
    return ((token_loss * counted).sum(dim=1) / counted.sum(dim=1)).mean()
