import torch


def decode_step(q, k_new, v_new, cache):
    t = q.shape[2]
    if t > 1:
        o1, cache = decode_step(q[:, :, : t - 1], k_new[:, :, : t - 1], v_new[:, :, : t - 1], cache)
        o2, cache = decode_step(q[:, :, t - 1 :], k_new[:, :, t - 1 :], v_new[:, :, t - 1 :], cache)
        return torch.cat([o1, o2], 2), cache
    if cache is not None:
        k_new, v_new = torch.cat([cache[0], k_new], 2), torch.cat([cache[1], v_new], 2)
    return torch.softmax(q @ k_new.mT / q.shape[-1] ** 0.5, -1) @ v_new, (k_new, v_new)
