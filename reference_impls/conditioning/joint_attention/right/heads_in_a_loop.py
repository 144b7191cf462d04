import torch


def joint_attention(img, txt, w_img, w_txt, n_heads):
    D = img.shape[-1]
    d, outs = D // n_heads, []
    for h in range(n_heads):
        cols = [slice(i * D + h * d, i * D + (h + 1) * d) for i in range(3)]
        q, k, v = (torch.cat((txt @ w_txt[:, c], img @ w_img[:, c]), dim=1) for c in cols)
        outs.append(torch.softmax(torch.bmm(q, k.mT) / d**0.5, dim=2) @ v)
    both = torch.cat(outs, dim=2)
    txt_out, img_out = both.split([txt.shape[1], img.shape[1]], dim=1)
    return img_out, txt_out
