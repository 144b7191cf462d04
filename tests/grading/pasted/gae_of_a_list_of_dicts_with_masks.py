# problem: gae
# says: mask is 1 - dones

def advantages_of(rollout, last_value, gamma=0.99, lam=0.95):
    carried, found, after = 0.0, [], last_value
    for step in reversed(rollout):
        delta = step["reward"] + gamma * after * step["mask"] - step["value"]
        carried = delta + gamma * lam * step["mask"] * carried
        found.insert(0, carried)
        after = step["value"]
    advantages = torch.stack(found)
    return advantages, advantages + torch.stack([step["value"] for step in rollout])
