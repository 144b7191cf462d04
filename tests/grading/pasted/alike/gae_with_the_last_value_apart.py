# problem: gae
# says: values is split: your
@torch.no_grad()
def compute_gae(rewards, dones, values, next_value, gamma=0.99, lam=0.95):
    advantages, last = torch.zeros_like(rewards), 0.0
    for t in reversed(range(len(rewards))):
        going_on = 1.0 - dones[t]
        delta = rewards[t] + gamma * next_value * going_on - values[t]
        last = delta + gamma * lam * going_on * last
        advantages[t], next_value = last, values[t]
    return advantages, advantages + values
