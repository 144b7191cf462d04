# slip: no-clamp
def hinge_loss(scores, y):
    return (1 - scores * y).mean()
