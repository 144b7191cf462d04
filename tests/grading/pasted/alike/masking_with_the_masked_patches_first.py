# problem: mae-masking
# says: your results are graded in this order: x_kept, mask, ids_restore
import torch
from torch import Tensor


def random_masking(x_patch: Tensor, mask_ratio: float, noise: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    # x_patch: [bs x num_patch x patch_len]
    bs, L, D = x_patch.shape
    x = x_patch.clone()

    len_keep = L - round(L * mask_ratio)

    # sort noise for each sample
    ids_shuffle = torch.argsort(noise, dim=1)  # ascend: small is keep, large is remove
    ids_restore = torch.argsort(ids_shuffle, dim=1)

    # keep the first subset
    ids_keep = ids_shuffle[:, :len_keep]
    x_kept = torch.gather(x, dim=1, index=ids_keep.unsqueeze(-1).repeat(1, 1, D))

    # removed x
    x_removed = torch.zeros(bs, L - len_keep, D, device=x_patch.device, dtype=x.dtype)
    x_ = torch.cat([x_kept, x_removed], dim=1)
    # combine the kept part and the removed one
    x_masked = torch.gather(x_, dim=1, index=ids_restore.unsqueeze(-1).repeat(1, 1, D))

    # generate the binary mask: 0 is keep, 1 is remove
    mask = torch.ones([bs, L], device=x.device)
    mask[:, :len_keep] = 0
    mask = torch.gather(mask, dim=1, index=ids_restore)
    return x_masked, x_kept, mask, ids_restore
