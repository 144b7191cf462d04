# problem: dpo-loss
# says: given in your pi: bad and good
def dpo_loss(pi, ref, beta=0.1):
    good = pi["good"] - ref["good"]
    bad = pi["bad"] - ref["bad"]
    return -F.logsigmoid(beta * (good - bad)).mean()
