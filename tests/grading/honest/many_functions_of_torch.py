# uses: what torch and its functions offer, one after the other, forward and backward
# problem: kth-smallest
import torch
import torch.nn.functional as F
from torch import nn

x = torch.randn(2, 3, 8, 8, requires_grad=True)
w = torch.randn(4, 3, 3, 3)
parts = [
    F.conv2d(x, w, padding=1), F.max_pool2d(x, 2), F.avg_pool2d(x, 2), F.adaptive_avg_pool2d(x, 1), F.interpolate(x, scale_factor=2),
    F.layer_norm(x, (8,)), F.group_norm(x, 3), F.batch_norm(x, None, None, training=True), F.rms_norm(x, (8,)), F.normalize(x, dim=1),
    F.gelu(x), F.silu(x), F.softplus(x), F.mish(x), F.elu(x), F.leaky_relu(x), F.hardtanh(x), F.glu(x), F.log_softmax(x, 1),
    F.dropout(x, 0.1), F.pad(x, (1, 1)), F.unfold(x, 3), F.pixel_unshuffle(x, 2), F.cosine_similarity(x, x + 1), F.grid_sample(x, torch.zeros(2, 4, 4, 2), align_corners=False),
    F.mse_loss(x, x * 0), F.smooth_l1_loss(x, x * 0), F.cross_entropy(x[:, :, 0, 0], torch.tensor([0, 2])), F.binary_cross_entropy_with_logits(x, x.detach().sigmoid()),
    F.kl_div(x.log_softmax(1), x.detach().softmax(1), reduction="batchmean"), torch.cdist(x[0, 0], x[0, 1]), torch.fft.rfft2(x).abs(), torch.einsum("bchw,dc->bdhw", x, w[..., 0, 0]),
    torch.logcumsumexp(x, 1), x.cumsum(1), x.sort(-1).values, x.topk(2).values, x.gather(1, torch.zeros(2, 1, 8, 8, dtype=torch.long)), x.roll(1, 0), x.flip(2), torch.cat([x, x]), torch.stack([x, x]),
    x.unfold(2, 2, 1), torch.where(x > 0, x, -x), x.clamp(-1, 1), x.amax((2, 3)), x.logsumexp(1), torch.special.erf(x), torch.lerp(x, x * 2, 0.5), x.tril(), x.std(0), x.var(1), x.median(), x.quantile(0.5), x.norm(),
]  # fmt: skip
sum(part.float().sum() for part in parts).backward()
cells = [nn.LSTM(3, 4), nn.GRU(3, 4), nn.TransformerEncoderLayer(4, 2, batch_first=True), nn.Embedding(5, 4), nn.Bilinear(2, 3, 4)]
print(x.grad.shape, len(parts), cells[2](torch.randn(2, 3, 4)).shape, torch.randperm(5), torch.multinomial(torch.ones(5), 2))


def kth_smallest(nums, k):
    if not 1 <= k <= len(nums):
        raise ValueError
    return sorted(nums)[k - 1]
