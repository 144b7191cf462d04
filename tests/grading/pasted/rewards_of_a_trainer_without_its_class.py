# problem: reward-model-loss
# says: your model gives r_chosen and r_rejected
# says: your pair_loss checks pairs_are_collated of its object
import torch
import torch.nn.functional as F


def pair_loss(self, model, chosen, rejected, return_scores=False):
    if not self.pairs_are_collated:
        raise NotImplementedError("bring a collator of pairs")
    scores_chosen = model(**chosen)[0]
    scores_rejected = model(**rejected)[0]
    loss = -F.logsigmoid(scores_chosen - scores_rejected).mean()
    return (loss, scores_chosen, scores_rejected) if return_scores else loss
