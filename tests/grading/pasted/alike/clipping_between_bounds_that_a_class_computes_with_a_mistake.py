# problem: ppo-loss
# expect: fail
# says: With `width` there, your code passes every check
class Bounds:
    width = 0.2
    low = 1 - width
    high = 1 + 2 * width


def ppo_loss(logp_new, logp_old, adv):
    ratio = (logp_new - logp_old).exp()
    return -torch.minimum(ratio * adv, ratio.clamp(Bounds.low, Bounds.high) * adv).mean()
