# slip: gradient-accumulated-in-x
def score_from_energy(energy, x):
    x.requires_grad_()
    x.retain_grad()
    energy(x).sum().backward()
    return -x.grad
