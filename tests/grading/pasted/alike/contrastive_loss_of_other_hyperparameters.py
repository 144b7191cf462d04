# problem: nt-xent
# says: Your default of temperature is 0.07, and that of tau in the statement is 0.5: your code was called with 0.5.
import pytorch_lightning as pl
import torch
import torch.nn.functional as F

class SimCLR(pl.LightningModule):
    def __init__(self, temperature=0.07):
        super().__init__()
        self.save_hyperparameters()

    def forward(self, z1, z2):
        z = F.normalize(torch.cat([z1, z2]), dim=-1)
        scores = (z @ z.T / self.hparams.temperature).fill_diagonal_(float("-inf"))
        return F.cross_entropy(scores, torch.arange(len(z)).roll(len(z1)))
