# problem: gae
# expect: fail
import torch
import torch.nn as nn

class Args:
    gamma: float = 0.99
    gae_lambda: float = 0.95
    num_steps: int = 128
    num_envs: int = 4

args = Args()

def compute_gae(agent, next_obs, next_done, rewards, values, dones, args):
    with torch.no_grad():
        next_value = agent.get_value(next_obs).reshape(1, -1)
        advantages = torch.zeros_like(rewards)
        lastgaelam = 0
        for t in reversed(range(args.num_steps)):
            if t == args.num_steps - 1:
                nextnonterminal = 1.0 - next_done
                nextvalues = next_value
            else:
                nextnonterminal = 1.0 - dones[t + 1]
                nextvalues = values[t + 1]
            delta = rewards[t] + args.gamma * nextvalues * nextnonterminal - values[t]
            advantages[t] = lastgaelam = delta + args.gae_lambda * nextnonterminal * lastgaelam
        returns = advantages + values
    return advantages, returns
