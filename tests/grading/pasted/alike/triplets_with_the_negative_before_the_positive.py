# problem: triplet-loss
def triplet_loss(anchor, negative, positive, margin=1.0):
    return F.relu((anchor - positive).norm(dim=-1) - (anchor - negative).norm(dim=-1) + margin).mean()
