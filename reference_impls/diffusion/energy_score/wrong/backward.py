# slip: parameters-get-gradients
def score_from_energy(energy, x):
    x = x.detach().clone().requires_grad_()
    energy(x).sum().backward()
    return -x.grad
