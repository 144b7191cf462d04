# problem: ppo-loss
# expect: error
# says: AttributeError: the object has no clip_eps (line 12)
import pytorch_lightning as pl

class PPO(pl.LightningModule):
    def __init__(self, clip_eps=0.2, lr=1e-3):
        super().__init__()
        self.save_hyperparameters(ignore=["clip_eps"])

    def forward(self, logp, logp_old, advantages):
        ratio, clip = (logp - logp_old).exp(), self.hparams.clip_eps
        return -torch.minimum(ratio * advantages, ratio.clamp(1 - clip, 1 + clip) * advantages).mean()
