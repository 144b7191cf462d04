# problem: huber-loss
# expect: fail
# says: my_huber is graded as huber_loss
def my_huber(pred, target, delta=1.0):
    e = (pred - target).abs()
    return torch.where(e <= delta, 0.5 * e**2, delta * e).mean()


def check_huber(pred, target, delta=1.0):
    e = (pred - target).abs()
    return torch.where(e <= delta, 0.5 * e**2, delta * (e - 0.5 * delta)).mean()
