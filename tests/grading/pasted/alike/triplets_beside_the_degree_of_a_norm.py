# problem: triplet-loss
def triplet_margin_loss(anchor, positive, negative, margin=1.0, p=2.0, swap=False, reduction="mean"):
    def distance(x1, x2):
        return torch.norm(x1 - x2, p=p, dim=-1)

    dist_pos = distance(anchor, positive)
    dist_neg = distance(anchor, negative)
    if swap:
        dist_neg = torch.minimum(dist_neg, distance(positive, negative))
    output = torch.clamp_min(margin + dist_pos - dist_neg, 0)
    return output.mean() if reduction == "mean" else output
