# problem: dpo-loss
# expect: fail
# says: It should compute chosen minus rejected.
def dpo_loss(pi, ref, beta=0.1):
    good = pi["good"] - ref["good"]
    bad = pi["bad"] - ref["bad"]
    return -F.logsigmoid(beta * (bad - good)).mean()
