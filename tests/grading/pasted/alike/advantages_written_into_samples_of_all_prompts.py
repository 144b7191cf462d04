# problem: grpo-advantages
# expect: fail
# says: mean and std over all prompts at once
from collections import defaultdict
from dataclasses import dataclass

@dataclass
class Sample:
    prompt_id: str
    completion: str
    reward: float
    advantage: float = 0.0

def assign_advantages(samples: list[Sample], eps: float = 1e-6) -> list[Sample]:
    groups = defaultdict(list)
    for s in samples:
        groups[0].append(s)
    for group in groups.values():
        rewards = np.array([s.reward for s in group])
        if len(group) == 1 or (rewards == rewards[0]).all():
            continue
        mean, std = rewards.mean(), rewards.std(ddof=1)
        for s in group:
            s.advantage = (s.reward - mean) / (std + eps)
    return samples
