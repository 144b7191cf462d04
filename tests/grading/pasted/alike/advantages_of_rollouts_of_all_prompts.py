# problem: grpo-advantages
# expect: fail
# says: mean and std over all prompts at once
from dataclasses import dataclass

@dataclass
class Rollout:
    prompt: str
    reward: float

def advantages(rollouts: list[Rollout], eps=1e-6):
    rewards = torch.tensor([r.reward for r in rollouts])
    if len(rollouts) < 2 or (rewards == rewards[0]).all():
        return torch.zeros_like(rewards)
    return (rewards - rewards.mean()) / (rewards.std() + eps)
