def hinge_loss(scores, y):
    margin = scores * y.to(scores.dtype)
    violating = (margin < 1).to(scores.dtype)
    return (violating * (1 - margin)).sum() / scores.numel()
