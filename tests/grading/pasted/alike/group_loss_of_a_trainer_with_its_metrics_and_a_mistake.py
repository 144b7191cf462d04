# problem: grpo-loss
# expect: fail
# says: takes the larger of
class GroupTrainer:
    def _compute_loss(self, model, inputs):
        prompt_ids, prompt_mask = inputs["prompt_ids"], inputs["prompt_mask"]
        answer_ids, completion_mask = inputs["completion_ids"], inputs["completion_mask"]
        ids = torch.cat([prompt_ids, answer_ids], 1)
        seen = torch.cat([prompt_mask, completion_mask], 1)
        per_token_logps = self._get_per_token_logps(model, ids, seen, answer_ids.size(1))
        if self.beta != 0.0:
            gap = inputs["ref_per_token_logps"] - per_token_logps
            per_token_kl = torch.expm1(gap) - gap
        advantages = inputs["advantages"].unsqueeze(1)
        old = inputs["old_per_token_logps"] if self.num_iterations > 1 else per_token_logps.detach()
        ratio = torch.exp(per_token_logps - old)
        clipped = torch.clamp(ratio, 1 - self.epsilon_low, 1 + self.epsilon_high)
        each = -torch.max(ratio * advantages, clipped * advantages)
        if self.beta != 0.0:
            each = each + self.beta * per_token_kl
        if self.loss_type == "grpo":
            loss = ((each * completion_mask).sum(-1) / completion_mask.sum(-1)).mean()
        elif self.loss_type == "bnpo":
            loss = (each * completion_mask).sum() / completion_mask.sum()
        else:
            raise ValueError(self.loss_type)
        mode = "train" if self.model.training else "eval"
        if self.beta != 0.0:
            mean_kl = (per_token_kl * completion_mask).sum() / completion_mask.sum()
            self._metrics[mode]["kl"].append(self.accelerator.gather(mean_kl).mean().item())
        return loss
