# problem: dpo-loss
def dpo_loss(policy, ref, beta=0.1):
    w, l = policy
    margin = w - l
    w, l = ref
    return -F.logsigmoid(beta * (margin - (w - l))).mean()
