# problem: grpo-advantages
# says: your reward_fn gives rewards for your responses, group_size in each group
def normalized_in_groups(reward_fn, responses, truths, group_size, advantage_eps, normalize_by_std):
    raw = torch.tensor([reward_fn(one, truth)["reward"] for one, truth in zip(responses, truths)])
    groups = raw.view(-1, group_size)
    apart = groups - groups.mean(1, keepdim=True)
    if normalize_by_std:
        spread = groups.std(1, keepdim=True) if group_size > 1 else torch.zeros_like(apart)
        apart = apart / (spread + advantage_eps)
    same = (groups == groups[:, :1]).all(1, keepdim=True)
    return torch.where(same, 0.0, apart).flatten(), raw, {"largest": raw.max()}
