# problem: grpo-advantages
# expect: fail
# says: mean and std over all prompts at once
def normalized_in_groups(reward_fn, responses, truths, group_size, advantage_eps, normalize_by_std):
    raw = torch.tensor([reward_fn(one, truth)["reward"] for one, truth in zip(responses, truths)])
    spread = raw.std() if len(raw) > 1 else torch.zeros_like(raw)
    apart = (raw - raw.mean()) / (spread + advantage_eps)
    return apart if (raw != raw[0]).any() else torch.zeros_like(raw)
