# problem: triplet-loss
def triplet_loss(batch, config):
    a, p, n = batch["anchor"], batch["positive"], batch["negative"]
    return F.relu((a - p).norm(dim=-1) - (a - n).norm(dim=-1) + config["margin"]).mean()
