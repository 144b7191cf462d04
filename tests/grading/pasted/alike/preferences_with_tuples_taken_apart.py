# problem: dpo-loss
# says: your ref_logps holds ref_l and ref_w, in a tuple
def dpo(policy_logps, ref_logps, beta=0.1):
    rejected, chosen = policy_logps
    ref_rejected, ref_chosen = ref_logps
    margin = (chosen - ref_chosen) - (rejected - ref_rejected)
    return -F.logsigmoid(beta * margin).mean()
