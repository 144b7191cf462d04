# problem: huber-loss
# says: others may be meant
def smooth_l1(pred, target):
    e = (pred - target).abs()
    return torch.where(e < 1, 0.5 * e ** 2, e - 0.5).mean()

def huber(pred, target, delta=1.0):
    e = (pred - target).abs()
    return torch.where(e <= delta, 0.5 * e ** 2, delta * (e - 0.5 * delta)).mean()

def mse(pred, target):
    return ((pred - target) ** 2).mean()
