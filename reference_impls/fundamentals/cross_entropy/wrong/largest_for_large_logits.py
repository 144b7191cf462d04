# slip: maximum-for-large-logits
# for large logits the log-sum-exp is replaced by the maximum, ties and near ties are lost
"""logits = [[1e4, 1e4]], targets = [0] gives 0 instead of log 2."""
import torch


def cross_entropy(logits, targets):
    m = logits.max(dim=1).values
    small = logits.clamp(-50, 50)
    lse = torch.where(logits.abs().max(dim=1).values > 50,
                      m,                                      # the largest term dominates
                      small.exp().sum(dim=1).log())
    picked = logits.gather(1, targets.unsqueeze(1)).squeeze(1)
    return (lse - picked).mean()
