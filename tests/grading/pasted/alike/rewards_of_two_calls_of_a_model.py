# problem: reward-model-loss
# says: your model gives r_chosen and r_rejected, by the names of what it is called with, and of its results
import torch
import torch.nn.functional as F


class PreferenceTrainer:
    def compute_loss(self, model, batch, return_scores=False):
        scores_chosen = model(input_ids=batch["ids_chosen"], attention_mask=batch["mask_chosen"])[0]
        scores_rejected = model(input_ids=batch["ids_rejected"], attention_mask=batch["mask_rejected"])[0]
        loss = -F.logsigmoid(scores_chosen - scores_rejected).mean()
        if return_scores:
            return loss, {"chosen": scores_chosen, "rejected": scores_rejected}
        return loss
