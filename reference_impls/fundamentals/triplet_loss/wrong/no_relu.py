# slip: no-hinge
def triplet_loss(a, p, n, margin=1.0):
    return ((a - p).norm(dim=-1) - (a - n).norm(dim=-1) + margin).mean()
