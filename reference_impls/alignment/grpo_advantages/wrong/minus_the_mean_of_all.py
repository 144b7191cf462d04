# slip: batch-mean-without-std
def grpo_advantages(rewards, eps=1e-6):
    baseline = rewards.mean()
    return rewards - baseline
