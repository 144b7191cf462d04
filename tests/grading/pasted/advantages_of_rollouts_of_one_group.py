# problem: grpo-advantages
# says: an object of Rollout, with its reward
from dataclasses import dataclass

@dataclass
class Rollout:
    prompt: str
    response: str
    reward: float

def compute_group_advantages(rollouts: list[Rollout], eps: float = 1e-6):
    """Advantages of one group of rollouts for the same prompt."""
    rewards = torch.tensor([r.reward for r in rollouts], dtype=torch.float32)
    if torch.all(rewards == rewards[0]):
        return torch.zeros_like(rewards)
    return (rewards - rewards.mean()) / (rewards.std() + eps)
