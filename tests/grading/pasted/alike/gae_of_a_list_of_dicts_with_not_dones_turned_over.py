# problem: gae
# expect: fail

def advantages_of(rollout, last_value, gamma=0.99, lam=0.95):
    carried, found, after = 0.0, [], last_value
    for step in reversed(rollout):
        delta = step["reward"] + gamma * after * (1 - step["not_done"]) - step["value"]
        carried = delta + gamma * lam * (1 - step["not_done"]) * carried
        found.insert(0, carried)
        after = step["value"]
    advantages = torch.stack(found)
    return advantages, advantages + torch.stack([step["value"] for step in rollout])
