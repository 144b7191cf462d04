# problem: top-k-filter
# says: pytorch_lightning is not installed here: your code runs without it
class Writer(pl.LightningModule):
    def kept(self, logits, k):
        least = torch.topk(logits, min(k, logits.shape[-1])).values[..., -1:]
        return torch.where(logits < least, float("-inf"), logits)
