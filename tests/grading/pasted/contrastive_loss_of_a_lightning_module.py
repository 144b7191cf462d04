# problem: info-nce
import pytorch_lightning as pl
class SimCLR(pl.LightningModule):
    def __init__(self, temperature=0.1, lr=1e-3):
        super().__init__()
        self.save_hyperparameters()

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters(), lr=self.hparams.lr)

    def info_nce_loss(self, q, k_pos, k_neg, mode="train"):
        l_pos = (q * k_pos).sum(-1, keepdim=True)
        l_neg = torch.einsum("bd,bkd->bk", q, k_neg)
        logits = torch.cat([l_pos, l_neg], 1) / self.hparams.temperature
        loss = F.cross_entropy(logits, torch.zeros(len(q), dtype=torch.long, device=q.device))
        self.log(mode + "_loss", loss)
        return loss
