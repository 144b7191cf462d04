# problem: grpo-loss
# says: self.epsilon_high is taken from clip
class GroupTrainer(Trainer):
    def _compute_loss(self, model, inputs):
        prompt_ids, completion_ids = inputs["prompt_ids"], inputs["completion_ids"]
        completion_mask = inputs["completion_mask"]
        input_ids = torch.cat([prompt_ids, completion_ids], dim=1)
        token_logps, entropies = self._logps_and_entropies(model, input_ids, completion_ids.size(1))
        old_logps = inputs.get("old_per_token_logps")
        old_logps = token_logps.detach() if old_logps is None else old_logps
        ratio = torch.exp(token_logps - old_logps)
        clipped = torch.clamp(ratio, 1 - self.epsilon_low, 1 + self.epsilon_high)
        advantages = inputs["advantages"].unsqueeze(1)
        token_loss = -torch.min(ratio * advantages, clipped * advantages)
        if self.beta != 0.0:
            away = inputs["ref_per_token_logps"] - token_logps
            token_kl = torch.exp(away) - away - 1
            token_loss = token_loss + self.beta * token_kl
        if self.loss_type == "bnpo":
            loss = (token_loss * completion_mask).sum() / completion_mask.sum()
        elif self.loss_type == "grpo":
            loss = ((token_loss * completion_mask).sum(-1) / completion_mask.sum(-1).clamp(min=1.0)).mean()
        mean_entropy = (entropies * completion_mask).sum() / completion_mask.sum()
        self._metrics["train"]["entropy"].append(self.accelerator.gather(mean_entropy).nanmean().item())
        return loss
