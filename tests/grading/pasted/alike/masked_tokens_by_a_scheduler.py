# problem: maskgit-step
class MaskGitScheduler:
    def __init__(self, mask_token_id, num_steps):
        self.mask_token_id, self.num_steps = mask_token_id, num_steps

    def step(self, logits, step, sample):
        confidence, proposed = logits.softmax(-1).max(-1)
        is_masked = sample == self.mask_token_id
        confidence = confidence.masked_fill(~is_masked, math.inf)
        tokens = torch.where(is_masked, proposed, sample)
        left = int(math.cos(math.pi / 2 * (step + 1) / self.num_steps) * sample.shape[1])
        left = 0 if step == self.num_steps - 1 else left
        return tokens.scatter(1, confidence.topk(left, largest=False).indices, self.mask_token_id)
