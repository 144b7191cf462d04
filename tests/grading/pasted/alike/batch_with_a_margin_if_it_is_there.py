# problem: reward-model-loss
# says: given in your batch: rewards_chosen and rewards_rejected
import torch.nn.functional as F


class Trainer:
    def compute_loss(self, batch):
        chosen = batch["rewards_chosen"]
        rejected = batch["rewards_rejected"]
        gap = chosen - rejected
        if "margin" in batch:
            gap = gap - batch["margin"]
        return F.softplus(-gap).mean()
