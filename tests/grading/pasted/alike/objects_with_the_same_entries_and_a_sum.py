# problem: dpo-loss
# expect: fail
import torch.nn.functional as F


def preference_loss(policy, reference, beta=0.1):
    ratio = policy["chosen_logps"] - reference["chosen_logps"]
    other = policy["rejected_logps"] - reference["rejected_logps"]
    return -F.logsigmoid(beta * (ratio + other)).mean()
