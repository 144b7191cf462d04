import torch


class Solution:
    def top_p_filter(self, logits, p):
        """Without sorting: the mass of all more likely tokens, for each token."""
        probs = logits.softmax(-1)
        above = logits.unsqueeze(-2) > logits.unsqueeze(-1)  # [..., i, j]: j beats i
        mass = (probs.unsqueeze(-2) * above).sum(-1)
        keep = (mass < p) | ~above.any(-1)
        return torch.where(keep, logits, torch.full_like(logits, float("-inf")))
