# problem: dpo-loss
# says: your self.loss_types is ['sigmoid']
from transformers import Trainer


def gathered(logits, ids):
    return logits.log_softmax(-1).gather(-1, ids.unsqueeze(-1)).squeeze(-1)


class PairTrainer(Trainer):
    def _compute_loss(self, model, inputs, return_outputs):
        mode = "train" if self.model.training else "eval"
        ids, mask = inputs["input_ids"], inputs["completion_mask"]
        outputs = model(input_ids=ids, attention_mask=inputs["attention_mask"], use_cache=False)
        shift_logits, shift_labels = outputs.logits[:, :-1], ids[:, 1:]
        token_logps = gathered(shift_logits, shift_labels)
        token_logps[mask[:, 1:] == 0] = 0.0
        chosen_logps, rejected_logps = token_logps.sum(1).chunk(2)
        with torch.no_grad():
            ref_outputs = self.ref_model(input_ids=ids, attention_mask=inputs["attention_mask"])
            ref_logps = gathered(ref_outputs.logits[:, :-1], shift_labels).sum(1)
            ref_chosen_logps, ref_rejected_logps = ref_logps.chunk(2)
        chosen_ratios, rejected_ratios = chosen_logps - ref_chosen_logps, rejected_logps - ref_rejected_logps
        delta = chosen_ratios - rejected_ratios
        loss = 0.0
        for loss_type, loss_weight in zip(self.loss_types, self.loss_weights):
            if loss_type == "hinge":
                each = torch.relu(1 - self.beta * delta)
            elif loss_type == "sigmoid":
                each = -F.logsigmoid(self.beta * delta)
            else:
                raise ValueError(loss_type)
            loss += loss_weight * each.mean()
        self._metrics[mode]["margins"].append(self.accelerator.gather(self.beta * delta.detach()).mean().item())
        return (loss, outputs) if return_outputs else loss
