# slip: each-answer-alone
import torch
import torch.nn.functional as F


def reward_model_loss(r_chosen, r_rejected):
    good = F.binary_cross_entropy_with_logits(r_chosen, torch.ones_like(r_chosen))
    bad = F.binary_cross_entropy_with_logits(r_rejected, torch.zeros_like(r_rejected))
    return good + bad
