# problem: grpo-loss
# expect: invalid
# says: The problem also asks for advantages, mask, clip and beta: yours has no such parameter.
def grpo_loss(logps, rewards, group_ids, eps=1e-5):
    advantages = torch.empty_like(rewards)
    for group in group_ids.unique():
        inside = group_ids == group
        r = rewards[inside]
        advantages[inside] = (r - r.mean()) / (r.std(unbiased=False) + eps)
    return -(advantages.detach() * logps).mean()
