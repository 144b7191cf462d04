# problem: grpo-advantages
# expect: fail
def normalized_in_groups(reward_fn, responses, truths, group_size, advantage_eps, normalize_by_std):
    raw = torch.tensor([reward_fn(one, truth)["reward"] for one, truth in zip(responses, truths)])
    groups = raw.view(-1, group_size)
    return (groups - groups.mean(1, keepdim=True)).flatten(), raw, {}
