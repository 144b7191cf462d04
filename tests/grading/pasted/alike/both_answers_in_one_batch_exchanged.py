# problem: dpo-loss
# expect: fail
# says: subtracts the chosen log-ratio from the rejected one
import torch.nn.functional as F


def dpo_loss(ref_probs, probs, beta):
    n = len(probs) // 2
    logits = (probs[n:] - probs[:n]) - (ref_probs[n:] - ref_probs[:n])
    return -F.logsigmoid(beta * logits).mean()
