# problem: grpo-advantages
from dataclasses import dataclass

@dataclass
class Rollout:
    prompt: str
    response: str
    reward: float

def compute_advantages(groups: list[list[Rollout]], eps: float = 1e-6):
    out = []
    for group in groups:
        rewards = torch.tensor([r.reward for r in group])
        if len(group) < 2 or (rewards == rewards[0]).all():
            out.append(torch.zeros_like(rewards))
        else:
            out.append((rewards - rewards.mean()) / (rewards.std() + eps))
    return torch.stack(out)
