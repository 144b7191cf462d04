# problem: gae
# expect: invalid
# says: The problem also asks for dones: yours has no such parameter.
def estimate(values, rewards, gamma: float, lmbda: float, masks=None):
    steps = rewards.shape[1]
    ahead = torch.cat([values[:, 1:], torch.zeros_like(values[:, :1])], dim=1)
    deltas = rewards + gamma * ahead - values
    out, last = [], 0.0
    for t in reversed(range(steps)):
        last = deltas[:, t] + gamma * lmbda * last
        out.append(last)
    advantages = torch.stack(out[::-1], dim=1)
    return advantages, advantages + values
