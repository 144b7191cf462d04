# problem: grpo-advantages
# expect: fail
def compute_group_advantages(rewards, epsilon=1e-6):
    return (rewards - rewards.mean(dim=-1, keepdim=True)) / (rewards.std(dim=-1, keepdim=True) + epsilon)
