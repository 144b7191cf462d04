# problem: psnr
import torch.nn as nn
import numpy as np
class Psnr(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.config = config

    def forward(self, batch):
        img1 = batch.img1
        img2 = batch.img2
        data_range = self.config.data_range
        img1 = img1.astype(np.float64)
        img2 = img2.astype(np.float64)
        mse = np.mean((img1 - img2) ** 2)
        if mse == 0:
            return float('inf')
        return 20 * np.log10(data_range) - 10 * np.log10(mse)