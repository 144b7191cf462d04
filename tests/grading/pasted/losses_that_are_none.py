# problem: huber-loss
# expect: fail
def huber(pred, target, delta=1.0):
    error = (pred - target).abs()
    loss = torch.where(error <= delta, error**2 / 2, delta * (error - delta / 2))
    loss.mean()
    return None, None
