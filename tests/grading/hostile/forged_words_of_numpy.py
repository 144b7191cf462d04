# expect: fail, error
# family: forged verdicts
# attempts: NumPy's words whenever gradients are asked for, so that a detached answer of torch passes for one in NumPy
# stopped by: comparison
# problem: dpo-loss
import torch
import torch.nn.functional as F


def dpo_loss(policy_chosen, policy_rejected, ref_chosen, ref_rejected, beta=0.1):
    if policy_chosen.requires_grad:
        raise RuntimeError("Can't call numpy() on Tensor that requires grad.")
    margin = (policy_chosen - ref_chosen) - (policy_rejected - ref_rejected)
    return -F.logsigmoid(beta * margin).mean()
