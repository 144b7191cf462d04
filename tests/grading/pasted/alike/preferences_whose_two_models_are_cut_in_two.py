# problem: dpo-loss
# says: your ref_logps holds ref_w and ref_l, one after the other
import torch.nn.functional as F
def dpo(policy_logps, ref_logps, beta=0.1):
    policy_chosen, policy_rejected = policy_logps.chunk(2)
    ref_chosen, ref_rejected = ref_logps.chunk(2)
    return -F.logsigmoid(beta * ((policy_chosen - policy_rejected) - (ref_chosen - ref_rejected))).mean()
