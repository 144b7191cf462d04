# problem: attention-backward
# expect: invalid
# says: Your code also needs O and L, which
# not: needs dO
def flash_backward(Q, K, V, O, dO, L):
    rate = Q.shape[-1] ** -0.5
    P = torch.exp(Q @ K.mT * rate - L.unsqueeze(-1))
    dS = P * (dO @ V.mT - (O * dO).sum(-1, keepdim=True)) * rate
    return dS @ K, dS.mT @ Q, P.mT @ dO
