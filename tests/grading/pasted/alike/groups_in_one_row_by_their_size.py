# problem: dynamic-sampling
def filter_groups(rewards, group_size):
    groups = rewards.view(-1, group_size)
    return (groups.max(dim=1).values - groups.min(dim=1).values) > 0
