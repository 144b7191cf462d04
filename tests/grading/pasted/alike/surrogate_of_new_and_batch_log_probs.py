# problem: ppo-loss
import torch
import torch.nn as nn

class PPOAgent:
    def __init__(self, args):
        self.args = args

    def update(self, newlogprob, b_logprobs, b_advantages, mb_inds=None):
        args = self.args
        logratio = newlogprob - b_logprobs
        ratio = logratio.exp()
        with torch.no_grad():
            old_approx_kl = (-logratio).mean()
            approx_kl = ((ratio - 1) - logratio).mean()
            clipfracs = [((ratio - 1.0).abs() > args.clip_coef).float().mean().item()]
        mb_advantages = b_advantages
        pg_loss1 = -mb_advantages * ratio
        pg_loss2 = -mb_advantages * torch.clamp(ratio, 1 - args.clip_coef, 1 + args.clip_coef)
        pg_loss = torch.max(pg_loss1, pg_loss2).mean()
        return pg_loss
