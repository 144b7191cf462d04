def hinge_loss(scores, y):
    gap = 1 - y * scores
    return 0.5 * (gap + gap.abs()).mean()
