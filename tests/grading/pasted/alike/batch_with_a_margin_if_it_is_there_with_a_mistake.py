# problem: reward-model-loss
# expect: fail
import torch.nn.functional as F


class Trainer:
    def compute_loss(self, batch):
        gap = batch["rewards_chosen"] - batch["rewards_rejected"]
        if "margin" in batch:
            gap = gap - batch["margin"]
        return F.softplus(-gap).sum()
