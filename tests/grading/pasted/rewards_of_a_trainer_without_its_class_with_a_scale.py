# problem: reward-model-loss
# expect: error
# says: self has no scale
import torch
import torch.nn.functional as F


def compute_loss(self, model, batch):
    scores_chosen = model(batch["ids_chosen"])
    scores_rejected = model(batch["ids_rejected"])
    if not self.scale:
        raise ValueError("no scale")
    return -F.logsigmoid(self.scale * (scores_chosen - scores_rejected)).mean()
