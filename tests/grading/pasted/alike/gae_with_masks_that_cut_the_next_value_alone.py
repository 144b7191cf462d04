# problem: gae
# expect: fail
# says: not the next advantage
def compute_gae(next_value, rewards, masks, values, gamma=0.99, tau=0.95):
    values = list(values) + [next_value]
    running, found = 0, []
    for step in reversed(range(len(rewards))):
        delta = rewards[step] + gamma * values[step + 1] * masks[step] - values[step]
        running = delta + gamma * tau * running
        found.insert(0, running)
    advantages = torch.stack(found)
    return advantages, advantages + torch.stack(values[:-1])
