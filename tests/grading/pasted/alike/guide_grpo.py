# problem: grpo-advantages
# expect: fail
def compute_group_advantages(rewards, epsilon=1e-6):
    mean = rewards.mean(dim=-1, keepdim=True)
    std = rewards.std(dim=-1, keepdim=True, unbiased=False)
    return (rewards - mean) / (std + epsilon)
