# problem: grpo-advantages
# expect: fail
# says: Your code divides by G in the std.
# says: Your code returns all values along one axis.
def group_advantages(rewards, group_size, std_eps=1e-4):
    grouped = rewards.view(-1, group_size)
    centered = grouped - grouped.mean(dim=1, keepdim=True)
    return (centered / (grouped.std(dim=1, unbiased=False, keepdim=True) + std_eps)).view(-1)
