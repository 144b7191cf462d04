# problem: gspo-loss
# expect: fail
# says: divide the sum of log-ratios
import torch
from types import SimpleNamespace

args = SimpleNamespace(epsilon_low=3e-4, epsilon_high=4e-4, importance_sampling_level="sequence")


def compute_loss(per_token_logps, old_per_token_logps, advantages, completion_mask, epsilon_low=3e-4, epsilon_high=4e-4,
                 importance_sampling_level="token"):
    log_ratio = per_token_logps - old_per_token_logps
    if importance_sampling_level == "token":
        log_importance_weights = log_ratio
    elif importance_sampling_level == "sequence":
        log_importance_weights = (log_ratio * completion_mask).sum(-1)
        log_importance_weights = log_importance_weights.unsqueeze(-1)
    coef_1 = torch.exp(log_importance_weights)
    coef_2 = torch.clamp(coef_1, 1 - epsilon_low, 1 + epsilon_high)
    loss1 = coef_1 * advantages.unsqueeze(1)
    loss2 = coef_2 * advantages.unsqueeze(1)
    per_token_loss = -torch.min(loss1, loss2)
    per_token_loss = per_token_loss.expand_as(completion_mask)
    return ((per_token_loss * completion_mask).sum(-1) / completion_mask.sum(-1).clamp(min=1.0)).mean()
