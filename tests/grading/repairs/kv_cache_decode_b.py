# planted: keys-scaled-at-every-step, mask-times-infinity, heads-joined
# left: keys-scaled-at-every-step
import torch


def decode_step(q, k_new, v_new, cache):
    scale = q.shape[-1] ** 0.5
    if cache is None:
        k, v = k_new / scale, v_new
    else:
        k, v = torch.cat((cache[0], k_new), 2) / scale, torch.cat((cache[1], v_new), 2)
    outs = []
    t = q.shape[2]
    start = k.shape[2] - t
    for i in range(t):
        seen = start + i + 1
        w = torch.softmax(q[:, :, i : i + 1] @ k[:, :, :seen].transpose(2, 3), -1)
        outs.append(w @ v[:, :, :seen])
    return torch.cat(outs, dim=2), (k, v)
